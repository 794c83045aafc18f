import { isMapping, type Mapping } from '../estate/mapping.ts'
import type { Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import { type Labels, labelSelector } from '../estate/selectors.ts'
import { type AddressRange, parseBlock, without } from './address.ts'
import type { NetworkNamespace } from './namespace.ts'
import type { Direction, Peer, PodIdentity, Policy, Rule } from './policy.ts'
import { type PortRange, portRange, protocols } from './ports.ts'
import { selectsEverything } from './selector-label.ts'

/**
 * The rules of a CiliumNetworkPolicy or CiliumClusterwideNetworkPolicy, one policy for each. As in Cilium, a section that
 * is there denies the rest of its direction, and an empty rule in it allows nothing. Rules for nodes are left out.
 * @param namespace Null for a clusterwide policy.
 */
export function ciliumPolicies(resource: Resource, namespace: NetworkNamespace | null): Policy[] {
  const { spec, specs } = resource.object
  const found: [Path, unknown][] = [[['spec'], spec]]
  if (Array.isArray(specs)) for (const [index, each] of specs.entries()) found.push([['specs', index], each])
  return found.flatMap(([path, each]) =>
    isMapping(each) && isMapping(each.endpointSelector) ? [policyOf(resource, namespace, each, path)] : []
  )
}

function policyOf(resource: Resource, namespace: NetworkNamespace | null, spec: Mapping, path: Path): Policy {
  const selector = withoutSources(spec.endpointSelector)
  const matcher = labelSelector(selector)
  const ofNamespaces = keysOf(selector).every(isNamespaceKey)
  const unknownKey = keysOf(selector).find((key) => key.startsWith('io.cilium.k8s.policy.') || key.includes(':'))
  const matches = typeof matcher === 'function' && unknownKey === undefined ? matcher : () => false
  return {
    resource,
    namespace,
    isolates: new Set((['ingress', 'egress'] as const).filter((direction) => isolates(spec, direction))),
    label: null,
    selects: (pod) => (namespace === null || pod.namespace === namespace) && matches(labelsSeen(pod)),
    selectsAllOf: (other) =>
      (namespace === null || other === namespace) &&
      ofNamespaces &&
      matches(labelsSeen({ namespace: other, labels: {} })),
    rules: { ingress: rulesOf(spec, 'ingress', path), egress: rulesOf(spec, 'egress', path) },
    refused: { ingress: refusedIn(spec, 'ingress'), egress: refusedIn(spec, 'egress') },
    unclear:
      matches === matcher ? null : `${resource.kind} "${resource.name ?? ''}" selects pods by what no manifest says`
  }
}

function isolates(spec: Mapping, direction: Direction): boolean {
  const { enableDefaultDeny } = spec
  const stated = isMapping(enableDefaultDeny) ? enableDefaultDeny[direction] : undefined
  if (typeof stated === 'boolean') return stated
  return isFilled(spec[direction]) || isFilled(spec[`${direction}Deny`])
}

function isFilled(list: unknown): list is unknown[] {
  return Array.isArray(list) && list.length > 0
}

/** Keys may say where a label comes from: `k8s:app` and `any:app` are the pod's `app`. */
function withoutSources(selector: unknown): Mapping {
  const { matchLabels, matchExpressions } = isMapping(selector) ? selector : {}
  const bare = (key: string): string => key.replace(/^(?:k8s|any)[:.]/, '')
  return {
    matchLabels: isMapping(matchLabels)
      ? Object.fromEntries(Object.entries(matchLabels).map(([key, value]) => [bare(key), value]))
      : undefined,
    matchExpressions: Array.isArray(matchExpressions)
      ? matchExpressions.map((each: unknown) =>
          isMapping(each) && typeof each.key === 'string' ? { ...each, key: bare(each.key) } : each
        )
      : undefined
  }
}

function keysOf({ matchLabels, matchExpressions }: Mapping): string[] {
  const expressions = Array.isArray(matchExpressions) ? matchExpressions : []
  const keys = expressions.map((each: unknown) => (isMapping(each) ? String(each.key) : ''))
  return [...(isMapping(matchLabels) ? Object.keys(matchLabels) : []), ...keys]
}

const nameKey = 'io.kubernetes.pod.namespace'
const labelPrefix = 'io.cilium.k8s.namespace.labels.'

function isNamespaceKey(key: string): boolean {
  return key === nameKey || key.startsWith(labelPrefix)
}

/** Cilium knows a pod by its own labels and those of its namespace. */
function labelsSeen({ namespace, labels }: PodIdentity): Labels {
  const seen: Record<string, unknown> = { ...labels, [nameKey]: namespace.name }
  for (const [key, value] of Object.entries(namespace.labels)) seen[labelPrefix + key] = value
  return seen
}

function rulesOf(spec: Mapping, direction: Direction, path: Path): Rule[] {
  const list = spec[direction]
  if (!Array.isArray(list)) return []
  return list.flatMap((entry: unknown, index): Rule[] => {
    if (!isMapping(entry) || Object.keys(entry).length === 0) return []
    const own = [...path, direction, index]
    return [{ path: own, peers: peersOf(entry, direction, own), ports: portsOf(entry.toPorts) }]
  })
}

const everywhere = ['0.0.0.0/0', '::/0'].flatMap((text) => parseBlock(text) ?? [])

/** Null where a rule names ports alone, or everyone. */
function peersOf(entry: Mapping, direction: Direction, path: Path): Peer[] | null {
  const side = direction === 'ingress' ? 'from' : 'to'
  const named = Object.keys(entry).filter((key) => key.startsWith(side) && key !== 'toPorts')
  if (named.length === 0) return null
  const entities = entry[`${side}Entities`]
  if (Array.isArray(entities) && entities.includes('all')) return null
  const peers: Peer[] = []
  const addresses = blocksOf(entry, side)
  if (addresses.length > 0)
    peers.push({ path: [...path, `${side}CIDR${isFilled(entry[`${side}CIDR`]) ? '' : 'Set'}`], pods: null, addresses })
  if (Array.isArray(entities) && entities.includes('world')) {
    peers.push({ path: [...path, `${side}Entities`], pods: null, addresses: everywhere })
  }
  const endpoints = entry[`${side}Endpoints`]
  if (Array.isArray(endpoints)) {
    for (const [index, selector] of endpoints.entries()) {
      const matcher = labelSelector(withoutSources(selector))
      const pods = {
        includes: (pod: PodIdentity) => typeof matcher === 'function' && matcher(labelsSeen(pod)),
        everyone: false
      }
      peers.push({
        path: [...path, `${side}Endpoints`, index],
        pods: selectsEverything(selector) ? null : pods,
        addresses: []
      })
    }
  }
  return peers
}

function blocksOf(entry: Mapping, side: string): AddressRange[] {
  const found: AddressRange[] = []
  const plain = entry[`${side}CIDR`]
  if (Array.isArray(plain)) for (const text of plain) if (typeof text === 'string') found.push(...blockOf(text))
  const sets = entry[`${side}CIDRSet`]
  if (!Array.isArray(sets)) return found
  for (const set of sets) {
    if (!isMapping(set) || typeof set.cidr !== 'string') continue
    const holes = Array.isArray(set.except)
      ? set.except.flatMap((text: unknown) => (typeof text === 'string' ? blockOf(text) : []))
      : []
    for (const range of blockOf(set.cidr)) found.push(...without(range, holes))
  }
  return found
}

/** Cilium also takes a single address. */
function blockOf(text: string): AddressRange[] {
  const range = parseBlock(text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`)
  return range === null ? [] : [range]
}

function refusedIn(spec: Mapping, direction: Direction): AddressRange[] {
  const list = spec[`${direction}Deny`]
  if (!Array.isArray(list)) return []
  const side = direction === 'ingress' ? 'from' : 'to'
  return list.flatMap((entry: unknown) =>
    isMapping(entry) && entry.toPorts === undefined ? blocksOf(entry, side) : []
  )
}

function portsOf(list: unknown): PortRange[] | null {
  if (!isFilled(list)) return null
  const ports: PortRange[] = []
  for (const entry of list) {
    if (!isMapping(entry) || !Array.isArray(entry.ports)) return null
    for (const each of entry.ports) {
      const { port, protocol, endPort } = isMapping(each) ? each : {}
      const number = port === '0' ? undefined : port
      const named = typeof protocol === 'string' && protocol !== 'ANY' ? [protocol] : protocols
      for (const one of named) ports.push(portRange(one, number, endPort))
    }
  }
  return ports
}
