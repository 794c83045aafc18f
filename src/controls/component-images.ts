import type { Estate } from '../estate/estate.ts'
import { parseImageReference } from '../estate/image-reference.ts'
import { stringAt } from '../estate/mapping.ts'
import type { Resource } from '../estate/resource.ts'

/** A workload that runs some known program. */
export interface Component {
  readonly resource: Resource
  /** The program, as people call it. */
  readonly program: string
}

/**
 * Workloads of one kind that run a known program, by their images.
 * @param known Tests for `registry/repository`, each with the program's name.
 */
export function componentsOf(estate: Estate, kind: string, known: readonly (readonly [RegExp, string])[]): Component[] {
  return estate.pods.flatMap(({ resource, containers }) => {
    if (resource.kind !== kind) return []
    for (const { object } of containers) {
      const reference = parseImageReference(stringAt(object, 'image') ?? '')
      if (reference === null) continue
      const found = known.find(([pattern]) => pattern.test(`${reference.registry}/${reference.repository}`))
      if (found !== undefined) return [{ resource, program: found[1] }]
    }
    return []
  })
}
