import type { Estate } from '../estate/estate.ts'
import type { Resource } from '../estate/resource.ts'
import { type NetworkNamespace, NetworkNamespaces } from './namespace.ts'
import { type KnownNetworkPod, knownNetworkPod, type NetworkPod, networkPod } from './pod.ts'
import type { Direction, PodIdentity, Policy } from './policy.ts'
import { PolicyIndex } from './policy-index.ts'
import { readPolicies } from './read-policies.ts'

/**
 * What network policies make of an estate: which pods they select, and what these may still reach. Reachability between
 * pods builds on the same policies, rules and peers.
 */
export class Network {
  readonly namespaces: NetworkNamespaces
  /** In the order in which the estate has them: those that it keeps, and all that it knows. */
  readonly pods: readonly NetworkPod[]
  readonly knownPods: readonly KnownNetworkPod[]
  readonly #policies: PolicyIndex

  constructor(estate: Estate) {
    this.namespaces = new NetworkNamespaces(estate)
    this.pods = estate.pods.map((view) => networkPod(view, this.namespaces.of(view.resource)))
    this.knownPods = estate.knownPods.map((pod) => knownNetworkPod(pod, this.namespaces.of(pod.resource)))
    this.#policies = new PolicyIndex(readPolicies(estate, this.namespaces))
  }

  /** The policies that are about pods of a namespace, or may be. */
  policiesOver(namespace: NetworkNamespace): readonly Policy[] {
    return this.#policies.over(namespace)
  }

  /** The policies that limit a pod in a direction. */
  isolating(pod: PodIdentity, direction: Direction): readonly Policy[] {
    return this.#policies.selecting(pod).filter(({ isolates }) => isolates.has(direction))
  }

  /** The policies that an object holds, as the analysis sees them: one for most kinds. */
  policiesOf(resource: Resource): readonly Policy[] {
    return this.#policies.of(resource)
  }

  /** Every policy, in the order in which they were read. */
  get policies(): readonly Policy[] {
    return this.#policies.all
  }
}

const networks = new WeakMap<Estate, Network>()

/** The network of an estate that is complete; made once. */
export function networkOf(estate: Estate): Network {
  const known = networks.get(estate)
  if (known !== undefined) return known
  const made = new Network(estate)
  networks.set(estate, made)
  return made
}
