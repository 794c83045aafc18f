import { isMapping, type Mapping, mappingAt } from '../estate/mapping.ts'
import type { Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import { type LabelMatcher, labelSelector } from '../estate/selectors.ts'
import { type AddressRange, isEverywhere, parseBlock } from './address.ts'
import type { Direction, Peer, PodIdentity, Policy, Rule } from './policy.ts'
import { type PortRange, portRange } from './ports.ts'
import { selectsEverything } from './selector-label.ts'

/**
 * A policy for the whole cluster of `policy.networking.k8s.io`: AdminNetworkPolicy, BaselineAdminNetworkPolicy, or the
 * ClusterNetworkPolicy that takes the place of both. Selecting a pod denies nothing here: only a rule does that refuses
 * everyone, and that no rule before it overtakes.
 */
export function adminPolicy(resource: Resource): Policy {
  const spec = mappingAt(resource.object, 'spec') ?? {}
  const subject = podsIn(mappingAt(spec, 'subject') ?? {})
  const sides = { ingress: readSide(spec, 'ingress'), egress: readSide(spec, 'egress') }
  const isolates = new Set<Direction>()
  if (sides.ingress.refusesAll) isolates.add('ingress')
  if (sides.egress.refusesAll) isolates.add('egress')
  return {
    resource,
    namespace: null,
    isolates,
    label: null,
    selects: (pod) => subject?.includes(pod) === true,
    selectsAllOf: ({ labels }) => subject?.everyPod === true && subject.namespaces(labels),
    rules: { ingress: sides.ingress.rules, egress: sides.egress.rules },
    refused: { ingress: sides.ingress.refused, egress: sides.egress.refused },
    unclear:
      subject === null ? `${resource.kind} "${resource.name ?? ''}" selects pods by a selector that is not valid` : null
  }
}

interface Subject {
  readonly namespaces: LabelMatcher
  readonly everyPod: boolean
  readonly everyone: boolean
  includes(pod: PodIdentity): boolean
}

/** Pods by their namespaces alone, or by labels of both. */
function podsIn({ namespaces: selector, pods }: Mapping): Subject | null {
  const byPod = isMapping(pods) ? pods : null
  const namespaceSelector = byPod === null ? selector : (byPod.namespaceSelector ?? {})
  const podSelector = byPod === null ? {} : (byPod.podSelector ?? {})
  const namespaces = labelSelector(namespaceSelector)
  const matches = labelSelector(podSelector)
  if (typeof namespaces !== 'function' || typeof matches !== 'function') return null
  const everyPod = selectsEverything(podSelector)
  return {
    namespaces,
    everyPod,
    everyone: everyPod && selectsEverything(namespaceSelector),
    includes: ({ namespace, labels }) => namespaces(namespace.labels) && matches(labels)
  }
}

interface Side {
  readonly rules: readonly Rule[]
  readonly refused: readonly AddressRange[]
  readonly refusesAll: boolean
}

/** Rules in their order, until one is about everyone. */
function readSide(spec: Mapping, direction: Direction): Side {
  const rules: Rule[] = []
  const refused: AddressRange[] = []
  const list = spec[direction]
  for (const [index, entry] of Array.isArray(list) ? list.entries() : []) {
    if (!isMapping(entry)) continue
    const path = ['spec', direction, index]
    const side = direction === 'ingress' ? 'from' : 'to'
    const peers = peersOf(entry[side], [...path, side])
    const ports = portsOf(entry)
    const everyone = ports === null && isEveryone(peers, direction)
    const denies = entry.action === 'Deny'
    if (entry.action === 'Allow' || entry.action === 'Accept')
      rules.push({ path, peers: everyone ? null : peers, ports })
    else if (denies && ports === null) refused.push(...peers.flatMap(({ addresses }) => addresses))
    if (everyone) return { rules, refused, refusesAll: denies }
  }
  return { rules, refused, refusesAll: false }
}

function peersOf(list: unknown, path: Path): Peer[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((entry: unknown, index): Peer[] => {
    if (!isMapping(entry)) return []
    const { networks } = entry
    if (Array.isArray(networks)) {
      const addresses = networks.flatMap((text: unknown) => (typeof text === 'string' ? (parseBlock(text) ?? []) : []))
      return [{ path: [...path, index], pods: null, addresses }]
    }
    return [{ path: [...path, index], pods: podsIn(entry), addresses: [] }]
  })
}

/** Every pod comes in; out goes it to every pod and every address. */
function isEveryone(peers: readonly Peer[], direction: Direction): boolean {
  const pods = peers.some((peer) => peer.pods?.everyone === true)
  return direction === 'ingress' ? pods : pods && peers.some(({ addresses }) => addresses.some(isEverywhere))
}

/** `ports` in the older kinds, `protocols` in ClusterNetworkPolicy. */
function portsOf({ ports, protocols }: Mapping): PortRange[] | null {
  const list = Array.isArray(ports) ? ports : Array.isArray(protocols) ? protocols : []
  if (list.length === 0) return null
  return list.map((entry: unknown) => {
    const { portNumber, portRange: range, namedPort, tcp, udp, sctp } = isMapping(entry) ? entry : {}
    if (isMapping(portNumber)) return portRange(portNumber.protocol, portNumber.port, undefined)
    if (isMapping(range)) return portRange(range.protocol, range.start, range.end)
    if (typeof namedPort === 'string') return portRange('TCP', namedPort, undefined)
    for (const [protocol, value] of Object.entries({ TCP: tcp, UDP: udp, SCTP: sctp })) {
      if (!isMapping(value)) continue
      const { destinationPort } = value
      const { number, range: of } = isMapping(destinationPort) ? destinationPort : {}
      return isMapping(of) ? portRange(protocol, of.start, of.end) : portRange(protocol, number, undefined)
    }
    return portRange('TCP', 'unknown', undefined)
  })
}
