import type { Mapping } from '../../../estate/mapping.ts'
import type { Connection, ConnectionPort } from '../../../network/connections/connection.ts'
import { peersOf, type Viewpoint } from './peer.ts'

/** One rule of a policy, and what proves that it is needed. */
export interface ProvenRule {
  readonly rule: Mapping
  readonly comment: readonly string[]
}

const shownProofs = 3

interface Allowance {
  readonly peers: readonly Mapping[] | 'everyone'
  /** Null for all. */
  readonly ports: readonly ConnectionPort[] | null
  readonly comment: readonly string[]
}

/** The rules that allow connections in one direction: one for each reason, with all for whom it holds. */
export function rulesFor(connections: readonly Connection[], viewpoint: Viewpoint): ProvenRule[] {
  const side = viewpoint.direction === 'ingress' ? 'from' : 'to'
  const allowances = withoutCovered(allowancesFor(connections, viewpoint))
  return [...Map.groupBy(allowances, ruleKey).values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const peers = same.flatMap((one) => (one.peers === 'everyone' ? [] : one.peers))
    const { ports, comment } = first
    return {
      rule: {
        ...(peers.length === 0 ? {} : { [side]: peers }),
        ...(ports === null ? {} : { ports: ports.map(portEntry) })
      },
      comment
    }
  })
}

/** What each other end may do, whatever proves it. */
function allowancesFor(connections: readonly Connection[], viewpoint: Viewpoint): Allowance[] {
  const groups = new Map<string, { peers: readonly Mapping[] | 'everyone'; connections: Connection[] }>()
  for (const connection of connections) {
    const peers = peersOf(viewpoint.direction === 'ingress' ? connection.from : connection.to, viewpoint)
    if (peers === null) continue
    const key = JSON.stringify(peers)
    const group = groups.get(key) ?? { peers, connections: [] }
    group.connections.push(connection)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ peers, connections: own }) => ({
    peers,
    ports: portsOf(own),
    comment: commentOf(own)
  }))
}

/** Whom everybody includes needs no rule of his own. */
function withoutCovered(allowances: readonly Allowance[]): Allowance[] {
  const everyone = allowances.find(({ peers }) => peers === 'everyone')
  if (everyone === undefined) return [...allowances]
  return allowances.filter((one) => one === everyone || !includesPorts(everyone.ports, one.ports))
}

function includesPorts(all: Allowance['ports'], some: Allowance['ports']): boolean {
  if (all === null) return true
  const keys = new Set(all.map(portKey))
  return some?.every((one) => keys.has(portKey(one))) === true
}

function portEntry({ protocol, port, endPort }: ConnectionPort): Mapping {
  return { protocol, ...(port === null ? {} : { port }), ...(endPort === undefined ? {} : { endPort }) }
}

function portKey({ protocol, port, endPort }: ConnectionPort): string {
  return `${protocol}/${port}/${endPort}`
}

function ruleKey({ peers, ports, comment }: Allowance): string {
  return JSON.stringify([peers === 'everyone', ports, comment])
}

/** Null where one of them may need any port. */
function portsOf(connections: readonly Connection[]): ConnectionPort[] | null {
  const all = new Map<string, ConnectionPort>()
  for (const { ports } of connections) {
    if (ports === null || ports.length === 0) return null
    for (const one of ports) all.set(portKey(one), one)
  }
  return [...all.values()].sort(
    (a, b) =>
      a.protocol.localeCompare(b.protocol) || String(a.port).localeCompare(String(b.port), 'en', { numeric: true })
  )
}

function commentOf(connections: readonly Connection[]): string[] {
  const proofs = [...new Set(connections.map(({ proof }) => proof))]
  const shown = proofs.slice(0, shownProofs).join('; ')
  const more = proofs.length > shownProofs ? `; and ${proofs.length - shownProofs} more` : ''
  const assumed = [...new Set(connections.flatMap(({ assumed: one }) => one ?? []))]
  return [sentence(`${shown}${more}`), ...assumed.map((one) => sentence(`Assumed: ${one}`))]
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
