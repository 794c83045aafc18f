import type { Estate } from '../../estate/estate.ts'
import { type Mapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import { labelSelector, labelsOf } from '../../estate/selectors.ts'
import type { NetworkNamespace } from '../namespace.ts'
import type { Network } from '../network.ts'
import type { NetworkPod } from '../pod.ts'
import type { Connection, ConnectionEnd, ConnectionPort, Target } from './connection.ts'
import { listed, type NetworkService, type Services } from './services.ts'

/** Connections by which Prometheus reads metrics: what monitors select, and what asks for it by annotation. */
export function scrapedConnections(estate: Estate, network: Network, services: Services): Connection[] {
  const found = [
    ...estate.ofKind('ServiceMonitor').flatMap((monitor) => serviceMonitor(monitor, network, services)),
    ...estate.ofKind('PodMonitor').flatMap((monitor) => podMonitor(monitor, network)),
    ...services.all.flatMap((service) => annotatedService(service, services)),
    ...network.pods.flatMap(annotatedPod)
  ]
  if (found.length === 0) return []
  const scrapers = scrapersOf(estate, network)
  return found.flatMap(({ target, proof }) =>
    scrapers.map(({ from, assumed }) => ({ from, ...target, proof, assumed }))
  )
}

interface Scraped {
  readonly target: Target
  readonly proof: string
}

/** True for pods that run Prometheus itself. */
export function isPrometheus({ view }: NetworkPod): boolean {
  return view.containers.some(({ object }) => /(?:^|\/)prometheus(?::|@|$)/.test(stringAt(object, 'image') ?? ''))
}

interface Scraper {
  readonly from: ConnectionEnd
  readonly assumed: string | null
}

/** Pods that run Prometheus, as they are or as its operator makes them. */
function scrapersOf(estate: Estate, { pods }: Network): Scraper[] {
  const made = ['Prometheus', 'PrometheusAgent'].flatMap((kind) => estate.ofKind(kind, 'monitoring.coreos.com'))
  const known: Scraper[] = [
    ...made.map(({ namespace }): Scraper => {
      const labels = { 'app.kubernetes.io/name': 'prometheus' }
      return { from: { is: 'pods', namespace, labels }, assumed: null }
    }),
    ...pods.filter(isPrometheus).map((pod): Scraper => ({ from: { is: 'workload', pod }, assumed: null }))
  ]
  if (known.length > 0) return known
  const assumed = 'where Prometheus runs is not in the input, so any pod of the cluster may read metrics'
  return [{ from: { is: 'pods', namespace: null, labels: null }, assumed }]
}

function serviceMonitor(monitor: Resource, network: Network, services: Services): Scraped[] {
  const spec = mappingAt(monitor.object, 'spec') ?? {}
  const matches = labelSelector(spec.selector ?? {})
  const isMeant = namespacesOf(spec, network.namespaces.of(monitor))
  if (typeof matches !== 'function') return []
  return services.all
    .filter(({ resource, namespace }) => isMeant(namespace) && matches(labelsOf(resource)))
    .flatMap((service) =>
      listed(spec.endpoints).flatMap((endpoint) => {
        const port = endpoint.port ?? endpoint.targetPort
        const named = typeof port === 'string' || typeof port === 'number' ? port : null
        return services.targetsOf(service, named).map((target) => ({
          target,
          proof: `ServiceMonitor ${monitor.name ?? ''} selects Service ${service.resource.name ?? ''}`
        }))
      })
    )
}

function podMonitor(monitor: Resource, network: Network): Scraped[] {
  const spec = mappingAt(monitor.object, 'spec') ?? {}
  const matches = labelSelector(spec.selector ?? {})
  const isMeant = namespacesOf(spec, network.namespaces.of(monitor))
  if (typeof matches !== 'function') return []
  const ports = listed(spec.podMetricsEndpoints).flatMap(({ port, portNumber, targetPort }) => {
    const named = port ?? portNumber ?? targetPort
    return typeof named === 'string' || typeof named === 'number' ? [{ protocol: 'TCP', port: named }] : []
  })
  return network.pods
    .filter(({ namespace, labels }) => isMeant(namespace) && matches(labels))
    .map((pod) => ({ target: targetAt(pod, ports), proof: `PodMonitor ${monitor.name ?? ''} selects these pods` }))
}

function namespacesOf(spec: Mapping, own: NetworkNamespace): (namespace: NetworkNamespace) => boolean {
  const { any, matchNames } = mappingAt(spec, 'namespaceSelector') ?? {}
  if (any === true) return () => true
  const names = Array.isArray(matchNames) ? matchNames : []
  return (namespace) => (names.length === 0 ? namespace === own : names.includes(namespace.name))
}

const scrapeKey = 'prometheus.io/scrape'
const portKey = 'prometheus.io/port'

function annotatedService(service: NetworkService, services: Services): Scraped[] {
  const annotations = mappingAt(mappingAt(service.resource.object, 'metadata') ?? {}, 'annotations') ?? {}
  if (String(annotations[scrapeKey]) !== 'true') return []
  const port = Number(annotations[portKey])
  const proof = `the annotation ${scrapeKey} of Service ${service.resource.name ?? ''} asks for it`
  return services.targetsOf(service, null).map((target) => {
    const ports = Number.isInteger(port) && port > 0 ? [{ protocol: 'TCP', port }] : target.ports
    return { target: { ...target, ports }, proof }
  })
}

function annotatedPod(pod: NetworkPod): Scraped[] {
  const annotations = mappingAt(pod.view.meta, 'annotations') ?? {}
  if (String(annotations[scrapeKey]) !== 'true') return []
  const port = Number(annotations[portKey])
  const ports = Number.isInteger(port) && port > 0 ? [{ protocol: 'TCP', port }] : containerPorts(pod)
  return [{ target: targetAt(pod, ports), proof: `their annotation ${scrapeKey} asks for it` }]
}

function containerPorts({ view }: NetworkPod): ConnectionPort[] {
  return view.containers
    .flatMap(({ object: { ports } }) => listed(ports))
    .flatMap(({ containerPort }) =>
      typeof containerPort === 'number' ? [{ protocol: 'TCP', port: containerPort }] : []
    )
}

function targetAt(pod: NetworkPod, ports: readonly ConnectionPort[]): Target {
  return { to: { is: 'workload', pod }, ports: ports.length === 0 ? null : ports, service: null }
}
