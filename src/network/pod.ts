import type { KnownPod } from '../estate/known-pod.ts'
import type { NetworkNamespace } from './namespace.ts'

/** A pod, or those of one template, as network policies see it. */
export interface NetworkPod extends KnownPod {
  readonly namespace: NetworkNamespace
}

export function networkPod(pod: KnownPod, namespace: NetworkNamespace): NetworkPod {
  return { ...pod, namespace }
}
