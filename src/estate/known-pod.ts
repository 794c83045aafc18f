import { detached } from './detached.ts'
import { isMapping, type Mapping, mappingAt, stringAt } from './mapping.ts'
import { detachedLabels } from './named-only.ts'
import type { Path } from './path.ts'
import type { Resource } from './resource.ts'
import { type Labels, labelsIn } from './selectors.ts'
import type { PodView } from './workload.ts'

/**
 * What an estate knows of a pod, or of those of one template, once its object is forgotten: no more than what is asked
 * about pods beside others.
 */
export interface KnownPod {
  readonly resource: Resource
  /** From the object's root. */
  readonly specPath: Path
  readonly metaPath: Path
  readonly labels: Labels
  /** The service account: `default` where the pod names none. */
  readonly account: string
  /** `automountServiceAccountToken`; null where the pod leaves that to its account. */
  readonly mountsToken: boolean | null
  /** A volume asks for a token that is meant for the API server. */
  readonly asksForToken: boolean
  /** It is in the network of its node. */
  readonly onHost: boolean
  /** Of its containers, as written, in their order. */
  readonly images: readonly string[]
}

/** @param resource That of the pod, or what is left of it. */
export function knownPod({ spec, meta, specPath, metaPath, containers }: PodView, resource: Resource): KnownPod {
  const { automountServiceAccountToken: mounts } = spec
  return {
    resource,
    specPath,
    metaPath,
    labels: detachedLabels(labelsIn(meta)),
    account: accountName(spec),
    mountsToken: typeof mounts === 'boolean' ? mounts : null,
    asksForToken: asksForToken(spec),
    onHost: spec.hostNetwork === true,
    images: containers.map(({ object }) => detached(stringAt(object, 'image') ?? ''))
  }
}

/** The old field counts where the new one is empty, as the API server has it. */
function accountName(spec: Mapping): string {
  return detached(stringAt(spec, 'serviceAccountName') || stringAt(spec, 'serviceAccount') || 'default')
}

/** Tokens with an audience are for other programs than the API server. */
function asksForToken({ volumes }: Mapping): boolean {
  if (!Array.isArray(volumes)) return false
  return volumes.some((volume) => {
    const sources: unknown = isMapping(volume) ? mappingAt(volume, 'projected')?.sources : undefined
    if (!Array.isArray(sources)) return false
    return sources.some((source) => {
      const token = isMapping(source) ? mappingAt(source, 'serviceAccountToken') : undefined
      return token !== undefined && !stringAt(token, 'audience')
    })
  })
}
