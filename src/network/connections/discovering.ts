import type { Network } from '../network.ts'
import type { Connection, ConnectionEnd } from './connection.ts'
import { IngressControllers } from './ingress-controllers.ts'
import { isPrometheus } from './scraped.ts'

/** Connections of programs that find out from the API server what to connect to, in whatever namespace that is. */
export function discoveringConnections(network: Network): Connection[] {
  const controllers = new IngressControllers(network).pods.map((pod) => ({
    pod,
    proof: 'it takes what comes from outside to the Services that are published, in any namespace'
  }))
  const scrapers = network.pods
    .filter(isPrometheus)
    .map((pod) => ({ pod, proof: 'it reads metrics of pods that it finds itself, in any namespace' }))
  const to: ConnectionEnd = { is: 'pods', namespace: null, labels: null }
  const ports = [{ protocol: 'TCP', port: null }]
  return [...controllers, ...scrapers].map(({ pod, proof }) => ({
    from: { is: 'workload', pod },
    to,
    ports,
    service: null,
    proof,
    assumed: null
  }))
}
