import type { Estate } from '../../estate/estate.ts'
import { networkOf } from '../network.ts'
import type { NetworkPod } from '../pod.ts'
import type { Direction } from '../policy.ts'
import { apiServerConnections } from './callers.ts'
import type { Connection, ConnectionEnd } from './connection.ts'
import { discoveringConnections } from './discovering.ts'
import { memberConnections } from './members.ts'
import { mentionedConnections } from './mentioned.ts'
import { permittedConnections } from './permitted.ts'
import { publishedConnections } from './published.ts'
import { scrapedConnections } from './scraped.ts'
import { Services } from './services.ts'

/** What an estate says of the connections that it needs. */
export class ProvenConnections {
  /** In no particular order; the same one may be proven more than once. */
  readonly all: readonly Connection[]
  readonly services: Services
  readonly #from = new Map<NetworkPod, Connection[]>()
  readonly #to = new Map<NetworkPod, Connection[]>()

  constructor(all: readonly Connection[], services: Services) {
    this.all = all
    this.services = services
    for (const connection of all) {
      put(this.#from, connection.from, connection)
      put(this.#to, connection.to, connection)
    }
  }

  /** Those that a pod makes, or that are made to it. */
  at(pod: NetworkPod, direction: Direction): readonly Connection[] {
    return (direction === 'egress' ? this.#from : this.#to).get(pod) ?? []
  }
}

function put(byPod: Map<NetworkPod, Connection[]>, end: ConnectionEnd, connection: Connection): void {
  if (end.is !== 'workload') return
  const own = byPod.get(end.pod)
  if (own === undefined) byPod.set(end.pod, [connection])
  else own.push(connection)
}

const known = new WeakMap<Estate, ProvenConnections>()

/**
 * The connections of which manifests prove that they are needed: programs are configured with the names of others,
 * something publishes or scrapes a Service, the API server calls it. What a program has in its code, or reads from where
 * the estate does not look, is not among them. Computed once for an estate that is complete.
 */
export function connectionsOf(estate: Estate): ProvenConnections {
  const made = known.get(estate)
  if (made !== undefined) return made
  const network = networkOf(estate)
  const services = new Services(estate, network)
  const all = [
    ...mentionedConnections(estate, network, services),
    ...publishedConnections(estate, network, services),
    ...apiServerConnections(estate, network, services),
    ...scrapedConnections(estate, network, services),
    ...memberConnections(network, services),
    ...discoveringConnections(network),
    ...permittedConnections(network)
  ]
  const found = new ProvenConnections(all, services)
  known.set(estate, found)
  return found
}
