import type { Estate } from '../../estate/estate.ts'
import { isMadeByWorkload } from '../../estate/made-by-workload.ts'
import { isMapping, type Mapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import { labelsOf, mapSelector } from '../../estate/selectors.ts'
import type { NetworkNamespace } from '../namespace.ts'
import type { Network } from '../network.ts'
import type { NetworkPod } from '../pod.ts'
import type { ConnectionPort, Target } from './connection.ts'

/** A Service and who is behind it. */
export interface NetworkService {
  readonly resource: Resource
  readonly namespace: NetworkNamespace
  readonly spec: Mapping
  readonly pods: readonly NetworkPod[]
  /** Clients connect to the pods themselves, on whatever port they like. */
  readonly headless: boolean
  /** Where it is a name for a host elsewhere; null for all others. */
  readonly externalName: string | null
}

/** Services of an estate by namespace and name. */
export class Services {
  readonly all: readonly NetworkService[]
  readonly #byName = new Map<NetworkNamespace, Map<string, NetworkService>>()
  readonly #estate: Estate

  constructor(estate: Estate, network: Network) {
    this.#estate = estate
    const pods = Map.groupBy(
      network.pods.filter(({ resource }) => !isMadeByWorkload(resource)),
      ({ namespace }) => namespace
    )
    this.all = estate.ofKind('Service', '').map((resource) => {
      const namespace = network.namespaces.of(resource)
      const service = serviceOf(resource, namespace, pods.get(namespace) ?? [])
      const names = this.#byName.get(namespace) ?? new Map<string, NetworkService>()
      names.set(resource.name ?? '', service)
      this.#byName.set(namespace, names)
      return service
    })
  }

  named(namespace: NetworkNamespace, name: string): NetworkService | undefined {
    return this.#byName.get(namespace)?.get(name)
  }

  /**
   * What a client connects to that asks for a port of a Service.
   * @param port Of the Service, by number or name; null for all.
   */
  targetsOf(service: NetworkService, port: number | string | null): Target[] {
    const { resource, pods } = service
    if (pods.length > 0) {
      return pods.map((pod) => ({ to: { is: 'workload', pod }, ports: portsAt(service, pod, port), service: resource }))
    }
    return this.#endpoints(service).map((cidr) => ({
      to: { is: 'addresses', cidr },
      ports: portsAt(service, null, port),
      service: resource
    }))
  }

  /** Addresses of a Service that selects no pods. */
  #endpoints({ resource, spec }: NetworkService): string[] {
    if (spec.selector !== undefined) return []
    const { name, namespace } = resource
    const inSubsets = this.#estate
      .named({ kind: 'Endpoints', name: name ?? '', namespace, group: '' })
      .flatMap(({ object: { subsets } }) => listed(subsets))
      .flatMap(({ addresses }) => listed(addresses).map((address) => stringAt(address, 'ip') ?? ''))
    const inSlices = this.#estate
      .ofKind('EndpointSlice', 'discovery.k8s.io')
      .filter((slice) => slice.namespace === namespace && labelsOf(slice)['kubernetes.io/service-name'] === name)
      .flatMap(({ object: { endpoints } }) => listed(endpoints))
      .flatMap(({ addresses }) => (Array.isArray(addresses) ? addresses.map(String) : []))
    return [...new Set([...inSubsets, ...inSlices])].filter((ip) => ip !== '').map(blockOf)
  }
}

/** The block that holds one address alone. */
export function blockOf(address: string): string {
  return `${address}/${address.includes(':') ? 128 : 32}`
}

function serviceOf(resource: Resource, namespace: NetworkNamespace, pods: readonly NetworkPod[]): NetworkService {
  const spec = mappingAt(resource.object, 'spec') ?? {}
  const matcher = mapSelector(spec.selector)
  return {
    resource,
    namespace,
    spec,
    pods: typeof matcher === 'function' ? pods.filter(({ labels }) => matcher(labels)) : [],
    headless: spec.clusterIP === 'None',
    externalName: spec.type === 'ExternalName' ? stringAt(spec, 'externalName') : null
  }
}

/** @param pod Whose names of ports count; null where there is none. */
function portsAt(
  { spec, headless }: NetworkService,
  pod: NetworkPod | null,
  port: number | string | null
): ConnectionPort[] {
  const all = listed(spec.ports)
  const asked = all.filter((one) => port === null || one.port === port || one.name === port)
  // Behind a headless Service, the port that is asked for is the pod's own.
  const direct = headless && typeof port === 'number' ? [{ protocol: 'TCP', port }] : []
  if (asked.length === 0 && direct.length > 0) return direct
  const ports = (asked.length > 0 ? asked : all).flatMap((one) => {
    const protocol = stringAt(one, 'protocol') ?? 'TCP'
    const target = one.targetPort === undefined || one.targetPort === 0 ? one.port : one.targetPort
    return portNumbers(pod, target, protocol).map((number) => ({ protocol, port: number }))
  })
  return unique([...ports, ...direct])
}

/** A named port as the pod numbers it; its name where the pod does not say. */
function portNumbers(pod: NetworkPod | null, target: unknown, protocol: string): (number | string)[] {
  if (typeof target === 'number') return [target]
  if (typeof target !== 'string') return []
  if (/^\d+$/.test(target)) return [Number(target)]
  const named = (pod?.view.containers ?? [])
    .flatMap(({ object: { ports } }) => listed(ports))
    .filter((one) => one.name === target && (stringAt(one, 'protocol') ?? 'TCP') === protocol)
    .flatMap(({ containerPort }) => (typeof containerPort === 'number' ? [containerPort] : []))
  return named.length > 0 ? [...new Set(named)] : [target]
}

function unique(ports: readonly ConnectionPort[]): ConnectionPort[] {
  return [...new Map(ports.map((one) => [`${one.protocol}/${one.port}`, one])).values()]
}

/** The mappings of a list. */
export function listed(list: unknown): Mapping[] {
  return Array.isArray(list) ? list.filter(isMapping) : []
}
