import type { Estate } from '../../estate/estate.ts'
import { parseImageReference } from '../../estate/image-reference.ts'
import type { KnownPod } from '../../estate/known-pod.ts'
import type { Resource } from '../../estate/resource.ts'

/** A workload that runs some known program. */
export interface Component {
  readonly resource: Resource
  /** The program, as people call it. */
  readonly program: string
}

/**
 * Workloads of one kind that run a known program, by their images, or by their own names where images have no names that
 * tell, as in OpenShift.
 * @param known Tests for `registry/repository` and for `name/` with the workload's name, each with the program's name.
 */
export function componentsOf(estate: Estate, kind: string, known: readonly (readonly [RegExp, string])[]): Component[] {
  return estate.knownPods.flatMap((pod) => {
    const { resource } = pod
    if (resource.kind !== kind) return []
    for (const text of [...repositoriesOf(pod), `name/${resource.name ?? ''}`]) {
      const found = known.find(([pattern]) => pattern.test(text))
      if (found !== undefined) return [{ resource, program: found[1] }]
    }
    return []
  })
}

function repositoriesOf({ images }: KnownPod): string[] {
  return images.flatMap((image) => {
    const reference = parseImageReference(image)
    return reference === null ? [] : [`${reference.registry}/${reference.repository}`]
  })
}
