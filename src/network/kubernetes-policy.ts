import { isMapping, type Mapping, mappingAt } from '../estate/mapping.ts'
import type { Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import { type LabelMatcher, labelSelector } from '../estate/selectors.ts'
import { type AddressRange, parseBlock, without } from './address.ts'
import type { NetworkNamespace } from './namespace.ts'
import { type Direction, nothingRefused, type Peer, type PodPeer, type Policy, type Rule } from './policy.ts'
import { type PortRange, portRange } from './ports.ts'
import { selectorLabel, selectsEverything } from './selector-label.ts'

/**
 * A `networking.k8s.io` NetworkPolicy, with the API server's defaults: without `policyTypes` it is about ingress, and
 * about egress where it has a rule for that; a `podSelector` that is absent is an empty one and selects every pod.
 */
export function kubernetesPolicy(resource: Resource, namespace: NetworkNamespace): Policy {
  const spec = mappingAt(resource.object, 'spec') ?? {}
  const selector = spec.podSelector ?? {}
  const matcher = labelSelector(selector)
  const everything = selectsEverything(selector)
  const reader = new RuleReader(namespace)
  const rules = { ingress: reader.rules(spec, 'ingress'), egress: reader.rules(spec, 'egress') }
  const problem = typeof matcher === 'function' ? reader.problem : matcher.problem
  return {
    resource,
    namespace,
    isolates: policyTypes(spec),
    label: selectorLabel(selector),
    selects: (pod) => pod.namespace === namespace && typeof matcher === 'function' && matcher(pod.labels),
    selectsAllOf: (other) => everything && other === namespace,
    rules,
    refused: nothingRefused,
    unclear: problem === null ? null : `NetworkPolicy "${resource.name ?? ''}" is not valid: ${problem}`
  }
}

function policyTypes({ policyTypes: types, egress }: Mapping): ReadonlySet<Direction> {
  if (Array.isArray(types) && types.length > 0) {
    const named = new Set<Direction>()
    if (types.includes('Ingress')) named.add('ingress')
    if (types.includes('Egress')) named.add('egress')
    return named
  }
  return new Set(Array.isArray(egress) && egress.length > 0 ? ['ingress', 'egress'] : ['ingress'])
}

/** Reads the rules of one policy and keeps the first thing in them that the API server would refuse. */
class RuleReader {
  readonly #namespace: NetworkNamespace
  problem: string | null = null

  constructor(namespace: NetworkNamespace) {
    this.#namespace = namespace
  }

  rules(spec: Mapping, direction: Direction): Rule[] {
    const list = spec[direction]
    if (!Array.isArray(list)) return []
    const side = direction === 'ingress' ? 'from' : 'to'
    return list.map((entry: unknown, index): Rule => {
      const path = ['spec', direction, index]
      // A null element of a list is decoded as an empty rule, which allows everything.
      const rule = isMapping(entry) ? entry : {}
      return { path, peers: this.#peers(rule[side], [...path, side]), ports: portsOf(rule.ports) }
    })
  }

  #peers(list: unknown, path: Path): Peer[] | null {
    if (!Array.isArray(list) || list.length === 0) return null
    return list.map((entry: unknown, index) => this.#peer(isMapping(entry) ? entry : {}, [...path, index]))
  }

  #peer({ podSelector, namespaceSelector, ipBlock }: Mapping, path: Path): Peer {
    if (isMapping(ipBlock)) return { path, pods: null, addresses: this.#block(ipBlock) }
    if (podSelector === undefined && namespaceSelector === undefined) this.#refuse('a peer names nothing')
    return { path, pods: this.#pods(podSelector, namespaceSelector), addresses: [] }
  }

  #pods(podSelector: unknown, namespaceSelector: unknown): PodPeer {
    const pods = this.#matcher(podSelector ?? {})
    if (namespaceSelector === undefined || namespaceSelector === null) {
      const own = this.#namespace
      return { includes: ({ namespace, labels }) => namespace === own && pods(labels), everyone: false }
    }
    const namespaces = this.#matcher(namespaceSelector)
    return {
      includes: ({ namespace, labels }) => namespaces(namespace.labels) && pods(labels),
      everyone: selectsEverything(namespaceSelector) && selectsEverything(podSelector ?? {})
    }
  }

  #matcher(selector: unknown): LabelMatcher {
    const matcher = labelSelector(selector)
    if (typeof matcher === 'function') return matcher
    this.#refuse(matcher.problem)
    return () => false
  }

  #block({ cidr, except }: Mapping): AddressRange[] {
    const range = this.#range(cidr)
    const holes = Array.isArray(except) ? except.flatMap((hole: unknown) => this.#range(hole) ?? []) : []
    return range === null ? [] : without(range, holes)
  }

  #range(cidr: unknown): AddressRange | null {
    const range = typeof cidr === 'string' ? parseBlock(cidr) : null
    if (range === null) this.#refuse('an ipBlock is no block of addresses')
    return range
  }

  #refuse(problem: string): void {
    this.problem ??= problem
  }
}

function portsOf(list: unknown): PortRange[] | null {
  if (!Array.isArray(list) || list.length === 0) return null
  return list.map((entry: unknown) => {
    const { protocol, port, endPort } = isMapping(entry) ? entry : {}
    return portRange(protocol, port, endPort)
  })
}
