import type { Estate } from '../../estate/estate.ts'
import { networkOf } from '../network.ts'
import { apiServerConnections } from './callers.ts'
import type { Connection } from './connection.ts'
import { discoveringConnections } from './discovering.ts'
import { memberConnections } from './members.ts'
import { mentionedConnections } from './mentioned.ts'
import { permittedConnections } from './permitted.ts'
import { publishedConnections } from './published.ts'
import { scrapedConnections } from './scraped.ts'
import { Services } from './services.ts'

/** What an estate says of the connections that it needs. */
export interface ProvenConnections {
  /** In no particular order; the same one may be proven more than once. */
  readonly all: readonly Connection[]
  readonly services: Services
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
  const found = { all, services }
  known.set(estate, found)
  return found
}
