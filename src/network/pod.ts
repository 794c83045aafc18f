import type { KnownPod } from '../estate/known-pod.ts'
import type { Resource } from '../estate/resource.ts'
import type { Labels } from '../estate/selectors.ts'
import type { PodView } from '../estate/workload.ts'
import type { NetworkNamespace } from './namespace.ts'

/** A pod, or those of one template, as network policies see it. */
export interface KnownNetworkPod {
  readonly resource: Resource
  readonly known: KnownPod
  readonly namespace: NetworkNamespace
  readonly labels: Labels
  /** It is in the network of its node, to which policies for pods do not apply. */
  readonly onHost: boolean
}

/** The same with all that the pod says. */
export interface NetworkPod extends KnownNetworkPod {
  readonly view: PodView
}

export function networkPod(view: PodView, namespace: NetworkNamespace): NetworkPod {
  return { ...knownNetworkPod(view, namespace), view }
}

export function knownNetworkPod(known: KnownPod, namespace: NetworkNamespace): KnownNetworkPod {
  const { resource, labels, onHost } = known
  return { resource, known, namespace, labels, onHost }
}
