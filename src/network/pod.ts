import type { Resource } from '../estate/resource.ts'
import { type Labels, labelsIn } from '../estate/selectors.ts'
import type { PodView } from '../estate/workload.ts'
import type { NetworkNamespace } from './namespace.ts'

/** A pod, or those of one template, as network policies see it. */
export interface NetworkPod {
  readonly resource: Resource
  readonly view: PodView
  readonly namespace: NetworkNamespace
  readonly labels: Labels
  /** It is in the network of its node, to which policies for pods do not apply. */
  readonly onHost: boolean
}

export function networkPod(view: PodView, namespace: NetworkNamespace): NetworkPod {
  return {
    resource: view.resource,
    view,
    namespace,
    labels: labelsIn(view.meta),
    onHost: view.spec.hostNetwork === true
  }
}
