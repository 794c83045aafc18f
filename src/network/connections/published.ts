import type { Estate } from '../../estate/estate.ts'
import type { Resource } from '../../estate/resource.ts'
import type { Network } from '../network.ts'
import { type Backend, backendsOf, publishingKinds } from './backends.ts'
import type { Connection, ConnectionEnd } from './connection.ts'
import { IngressControllers, ingressClassOf } from './ingress-controllers.ts'
import type { NetworkService, Services } from './services.ts'

/** Connections from outside: through what publishes Services, and to Services that have an address there. */
export function publishedConnections(estate: Estate, network: Network, services: Services): Connection[] {
  const controllers = new IngressControllers(network)
  const routed = publishingKinds.flatMap((kind) =>
    estate.ofKind(kind).flatMap((resource) => {
      const sources = sourcesOf(resource, controllers)
      return backendsOf(resource).flatMap((backend) => {
        const service = serviceOf(backend, resource, network, services)
        if (service === undefined) return []
        const proof = `${kind} ${resource.name ?? ''} publishes Service ${backend.name}`
        return services
          .targetsOf(service, backend.port)
          .flatMap((target) => sources.map(({ from, assumed }) => ({ from, ...target, proof, assumed })))
      })
    })
  )
  return [...routed, ...services.all.flatMap((service) => edgeConnections(service, services))]
}

function serviceOf(
  { name, namespace }: Backend,
  resource: Resource,
  { namespaces }: Network,
  services: Services
): NetworkService | undefined {
  return services.named(namespace === null ? namespaces.of(resource) : namespaces.named(namespace), name)
}

interface Source {
  readonly from: ConnectionEnd
  readonly assumed: string | null
}

function sourcesOf(resource: Resource, controllers: IngressControllers): Source[] {
  if (resource.kind === 'Route') {
    // The label that OpenShift documents for policies like these.
    const namespaceLabels = { 'network.openshift.io/policy-group': 'ingress' }
    return [{ from: { is: 'pods', namespace: null, namespaceLabels, labels: null }, assumed: null }]
  }
  const ingressClass = resource.kind === 'Ingress' ? ingressClassOf(resource) : (usualClass[resource.kind] ?? 'gateway')
  const publisher = controllers.of(ingressClass)
  switch (publisher.is) {
    case 'pods':
      return publisher.pods.map((pod) => ({ from: { is: 'workload', pod }, assumed: null }))
    case 'outside':
      return [{ from: { is: 'everyone' }, assumed: null }]
    case 'unknown':
      return [
        {
          from: { is: 'pods', namespace: null, labels: null },
          assumed: `which pods serve ${resource.kind} ${resource.name ?? ''} is not in the input, so any pod of the cluster may connect; where they are in the network of their nodes, or outside, that is not enough`
        }
      ]
  }
}

const usualClass: Readonly<Record<string, string>> = {
  HTTPProxy: 'contour',
  IngressRoute: 'traefik',
  IngressRouteTCP: 'traefik'
}

/** Load balancers and node ports are for whoever connects; where addresses are translated on the way, nobody can tell who it was. */
function edgeConnections(service: NetworkService, services: Services): Connection[] {
  const { spec, resource } = service
  const kind = spec.type === 'LoadBalancer' || spec.type === 'NodePort' ? String(spec.type) : null
  const hasAddresses = Array.isArray(spec.externalIPs) && spec.externalIPs.length > 0
  if (kind === null && !hasAddresses) return []
  const proof = `Service ${resource.name ?? ''} is reached from outside (${kind ?? 'externalIPs'})`
  return services
    .targetsOf(service, null)
    .map((target) => ({ from: { is: 'everyone' }, ...target, proof, assumed: null }))
}
