import type { Resource } from '../estate/resource.ts'
import type { NetworkNamespace } from './namespace.ts'
import type { PodIdentity, Policy } from './policy.ts'

/** The policies that may select pods of one namespace, by a label that these need. */
interface Group {
  readonly all: Policy[]
  readonly byLabel: Map<string, Policy[]>
  /** Those that may select a pod whatever its labels. */
  readonly others: Policy[]
}

/** Finds the policies that select a pod by its namespace and labels, without asking each policy about each pod. */
export class PolicyIndex {
  readonly #byNamespace = new Map<NetworkNamespace | null, Group>()
  readonly #byResource = new Map<Resource, Policy[]>()
  readonly all: readonly Policy[]

  constructor(policies: readonly Policy[]) {
    this.all = policies
    for (const policy of policies) {
      const same = this.#byResource.get(policy.resource)
      if (same === undefined) this.#byResource.set(policy.resource, [policy])
      else same.push(policy)
      const group = this.#byNamespace.get(policy.namespace) ?? { all: [], byLabel: new Map(), others: [] }
      this.#byNamespace.set(policy.namespace, group)
      put(group, policy)
    }
  }

  of(resource: Resource): readonly Policy[] {
    return this.#byResource.get(resource) ?? []
  }

  /** Those of the namespace, and of those for several the ones that may be about it. */
  over(namespace: NetworkNamespace): readonly Policy[] {
    return this.#groups(namespace).flatMap(({ all }) => all)
  }

  selecting(pod: PodIdentity): Policy[] {
    const found: Policy[] = []
    for (const { byLabel, others } of this.#groups(pod.namespace)) {
      for (const policy of others) if (policy.selects(pod)) found.push(policy)
      if (byLabel.size === 0) continue
      for (const [key, value] of Object.entries(pod.labels)) {
        for (const policy of byLabel.get(`${key}=${String(value)}`) ?? []) if (policy.selects(pod)) found.push(policy)
      }
    }
    return found
  }

  #groups(namespace: NetworkNamespace): Group[] {
    return [this.#byNamespace.get(namespace), this.#byNamespace.get(null)].filter((group) => group !== undefined)
  }
}

function put({ all, byLabel, others }: Group, policy: Policy): void {
  all.push(policy)
  const { label } = policy
  if (label === null) {
    others.push(policy)
    return
  }
  const same = byLabel.get(label)
  if (same === undefined) byLabel.set(label, [policy])
  else same.push(policy)
}
