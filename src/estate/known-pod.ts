import { detached } from './detached.ts'
import { isMapping, type Mapping, mappingAt, stringAt } from './mapping.ts'
import { detachedLabels } from './named-only.ts'
import type { Path } from './path.ts'
import type { Resource } from './resource.ts'
import { type Labels, labelsIn } from './selectors.ts'
import type { Container } from './workload.ts'

/**
 * What is asked about a pod, or about those of one template, beside others: all that an estate has to know of pods where
 * their objects are forgotten.
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

/** A pod at hand, which answers when it is asked. */
export class PodAtHand implements KnownPod {
  readonly resource: Resource
  readonly spec: Mapping
  readonly meta: Mapping
  readonly specPath: Path
  readonly metaPath: Path
  readonly containers: readonly Container[]

  constructor(
    resource: Resource,
    spec: Mapping,
    meta: Mapping,
    specPath: Path,
    metaPath: Path,
    containers: readonly Container[]
  ) {
    this.resource = resource
    this.spec = spec
    this.meta = meta
    this.specPath = specPath
    this.metaPath = metaPath
    this.containers = containers
  }

  get labels(): Labels {
    return labelsIn(this.meta)
  }

  /** The old field counts where the new one is empty, as the API server has it. */
  get account(): string {
    return stringAt(this.spec, 'serviceAccountName') || stringAt(this.spec, 'serviceAccount') || 'default'
  }

  get mountsToken(): boolean | null {
    const { automountServiceAccountToken: mounts } = this.spec
    return typeof mounts === 'boolean' ? mounts : null
  }

  /** Tokens with an audience are for other programs than the API server. */
  get asksForToken(): boolean {
    const { volumes } = this.spec
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

  get onHost(): boolean {
    return this.spec.hostNetwork === true
  }

  get images(): readonly string[] {
    return this.containers.map(({ object }) => stringAt(object, 'image') ?? '')
  }
}

/**
 * What stays known of a pod when its object is forgotten.
 * @param resource What is left of its own.
 */
export function forgottenPod(pod: KnownPod, resource: Resource): KnownPod {
  const { specPath, metaPath, labels, account, mountsToken, asksForToken, onHost, images } = pod
  return {
    resource,
    specPath,
    metaPath,
    labels: detachedLabels(labels),
    account: detached(account),
    mountsToken,
    asksForToken,
    onHost,
    images: images.map(detached)
  }
}
