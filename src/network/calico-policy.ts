import { isMapping, type Mapping, mappingAt } from '../estate/mapping.ts'
import type { Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import type { Labels } from '../estate/selectors.ts'
import { type AddressRange, parseBlock, without } from './address.ts'
import { type CalicoSelector, calicoSelector } from './calico-selector.ts'
import type { NetworkNamespace } from './namespace.ts'
import type { Direction, Peer, PodIdentity, Policy, Rule } from './policy.ts'
import { allPorts, type PortRange, portRange, protocols } from './ports.ts'

/**
 * A NetworkPolicy or GlobalNetworkPolicy of Calico. As there, a pod that it selects loses what no rule of the tier allows.
 * @param namespace Null for a global policy.
 */
export function calicoPolicy(resource: Resource, namespace: NetworkNamespace | null): Policy {
  const spec = mappingAt(resource.object, 'spec') ?? {}
  const selector = readSelector(spec.selector)
  const namespaces = readSelector(spec.namespaceSelector)
  const isClear = selector !== null && namespaces !== null && isEmptyText(spec.serviceAccountSelector)
  const ofNamespace = (other: NetworkNamespace): boolean =>
    isClear && (namespace === null || other === namespace) && namespaces.matches(namespaceLabels(other))
  return {
    resource,
    namespace,
    isolates: typesOf(spec),
    label: null,
    selects: ({ namespace: other, labels }) =>
      ofNamespace(other) && selector?.matches(labelsSeen(labels, other)) === true,
    selectsAllOf: (other) =>
      ofNamespace(other) &&
      selector?.keys.every((key) => key === nameKey) === true &&
      selector.matches(labelsSeen({}, other)),
    rules: { ingress: rulesOf(spec, 'ingress'), egress: rulesOf(spec, 'egress') },
    refused: { ingress: refusedIn(spec, 'ingress'), egress: refusedIn(spec, 'egress') },
    unclear: isClear
      ? null
      : `${resource.kind} "${resource.name ?? ''}" of Calico selects pods by more than plain labels`
  }
}

/** The label by which Calico knows a pod's namespace. */
const nameKey = 'projectcalico.org/namespace'

function labelsSeen(labels: Labels, { name }: NetworkNamespace): Labels {
  return { ...labels, [nameKey]: name }
}

function namespaceLabels({ name, labels }: NetworkNamespace): Labels {
  return { ...labels, 'projectcalico.org/name': name }
}

function readSelector(text: unknown): CalicoSelector | null {
  return calicoSelector(typeof text === 'string' ? text.trim() : '')
}

function isEmptyText(text: unknown): boolean {
  return text === undefined || text === null || text === ''
}

/** Without `types`, those for which there are rules; ingress where there are none at all. */
function typesOf({ types, ingress, egress }: Mapping): ReadonlySet<Direction> {
  const found = new Set<Direction>()
  if (Array.isArray(types) && types.length > 0) {
    if (types.includes('Ingress')) found.add('ingress')
    if (types.includes('Egress')) found.add('egress')
    return found
  }
  const out = Array.isArray(egress) && egress.length > 0
  if (out) found.add('egress')
  if (!out || (Array.isArray(ingress) && ingress.length > 0)) found.add('ingress')
  return found
}

function entriesOf(spec: Mapping, direction: Direction, action: string): [number, Mapping][] {
  const list = spec[direction]
  if (!Array.isArray(list)) return []
  return [...list.entries()].filter(
    (each): each is [number, Mapping] => isMapping(each[1]) && String(each[1].action).toLowerCase() === action
  )
}

function rulesOf(spec: Mapping, direction: Direction): Rule[] {
  return entriesOf(spec, direction, 'allow').map(([index, entry]) => {
    const path = ['spec', direction, index]
    return { path, peers: peersOf(entry, direction, path), ports: portsOf(entry) }
  })
}

function refusedIn(spec: Mapping, direction: Direction): AddressRange[] {
  return entriesOf(spec, direction, 'deny').flatMap(([, entry]) => {
    const end = endOf(entry, direction)
    return entry.protocol === undefined && portsOf(entry) === null ? blocksOf(end) : []
  })
}

function endOf(entry: Mapping, direction: Direction): Mapping {
  return mappingAt(entry, direction === 'ingress' ? 'source' : 'destination') ?? {}
}

const everywhere = ['0.0.0.0/0', '::/0'].flatMap((text) => parseBlock(text) ?? [])

/** Null for everyone. */
function peersOf(entry: Mapping, direction: Direction, path: Path): Peer[] | null {
  const end = endOf(entry, direction)
  const own = [...path, direction === 'ingress' ? 'source' : 'destination']
  const asks = Object.keys(end).filter((name) => !['ports', 'notPorts'].includes(name))
  if (asks.length === 0) return null
  const addresses = blocksOf(end)
  if (addresses.length > 0) return [{ path: own, pods: null, addresses }]
  const selector = readSelector(end.selector)
  const namespaces = readSelector(end.namespaceSelector)
  const includes = ({ namespace, labels }: PodIdentity): boolean =>
    selector?.matches(labelsSeen(labels, namespace)) === true &&
    namespaces?.matches(namespaceLabels(namespace)) === true
  return [{ path: own, pods: { includes, everyone: false }, addresses: [] }]
}

/** `nets` without `notNets`; the latter alone is everywhere else. */
function blocksOf({ nets, notNets }: Mapping): AddressRange[] {
  const ranges = (list: unknown): AddressRange[] =>
    Array.isArray(list)
      ? list.flatMap((text: unknown) => (typeof text === 'string' ? (parseBlock(text) ?? []) : []))
      : []
  const holes = ranges(notNets)
  const from = Array.isArray(nets) ? ranges(nets) : holes.length > 0 ? everywhere : []
  return from.flatMap((range) => without(range, holes))
}

function portsOf(entry: Mapping): PortRange[] | null {
  const { ports } = mappingAt(entry, 'destination') ?? {}
  const { protocol } = entry
  if (protocol === undefined && !Array.isArray(ports)) return null
  const named = typeof protocol === 'string' ? [protocol.toUpperCase()] : protocols
  return named.flatMap((one) =>
    Array.isArray(ports) ? ports.map((port: unknown) => rangeOf(one, port)) : [allPorts(one)]
  )
}

/** A number, a name, or `80:90`. */
function rangeOf(protocol: string, port: unknown): PortRange {
  const [, first, last] = /^(\d+):(\d+)$/.exec(String(port)) ?? []
  return first === undefined ? portRange(protocol, port, undefined) : portRange(protocol, first, Number(last))
}
