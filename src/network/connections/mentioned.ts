import type { Estate } from '../../estate/estate.ts'
import { isMadeByWorkload } from '../../estate/made-by-workload.ts'
import { parseAddress } from '../address.ts'
import type { Network } from '../network.ts'
import type { NetworkPod } from '../pod.ts'
import type { Connection, ConnectionEnd, Target } from './connection.ts'
import { isMetadataService, isOutside, type Mention, mentionsIn, namespaceIn, portOf } from './mention.ts'
import { blockOf, type NetworkService, type Services } from './services.ts'
import { type WorkloadText, workloadTexts } from './workload-texts.ts'

/** Connections to what the configuration of programs names: Services, other hosts and addresses. */
export function mentionedConnections(estate: Estate, network: Network, services: Services): Connection[] {
  const finder = new TargetFinder(network, services)
  return network.pods
    .filter(({ resource }) => resource.kind !== 'PodTemplate' && !isMadeByWorkload(resource))
    .flatMap((pod) => {
      const found: Connection[] = []
      for (const text of workloadTexts(estate, pod.view)) {
        for (const [variable, target] of finder.byVariables(pod, text)) {
          const proof = `${text.where} names ${variable}`
          found.push({ from: { is: 'workload', pod }, ...target, proof, assumed: null })
        }
        for (const mention of mentionsIn(text)) {
          for (const target of finder.of(pod, text, mention)) {
            found.push({
              from: { is: 'workload', pod },
              ...target,
              proof: proofOf(text, mention, target),
              assumed: null
            })
          }
        }
      }
      return found
    })
}

/** What of a Secret names another host is not shown. */
function proofOf({ where, secret }: WorkloadText, { host, port }: Mention, { service }: Target): string {
  const shown = secret ? (service === null ? 'a host' : `Service ${service.name ?? ''}`) : host
  return `${where} names ${shown}${secret || port === null ? '' : `:${port}`}`
}

class TargetFinder {
  readonly #network: Network
  readonly #services: Services

  constructor(network: Network, services: Services) {
    this.#network = network
    this.#services = services
  }

  of(pod: NetworkPod, text: WorkloadText, mention: Mention): Target[] {
    const { host } = mention
    if (mention.certain && isMetadataService(mention))
      return [{ to: { is: 'metadata-service' }, ports: null, service: null }]
    const address = parseAddress(host)
    if (address !== null)
      return mention.certain && isRemote(host) ? [outside({ is: 'addresses', cidr: blockOf(host) }, mention)] : []
    if (/^kubernetes(?:\.default(?:\.svc.*)?)?$/.test(host) && (host !== 'kubernetes' || mention.scheme === 'https')) {
      return [{ to: { is: 'api-server' }, ports: null, service: null }]
    }
    const [, inner, namespace] = /^(.+?)\.([a-z0-9-]+)\.svc(?:\.[a-z0-9.-]+)?$/.exec(host) ?? []
    if (inner !== undefined && namespace !== undefined) return this.#full(pod, inner, namespace, mention)
    const service = this.#short(pod, text, mention)
    if (service !== undefined) return this.#through(pod, service, mention)
    const elsewhere = namespaceIn(mention)
    if (elsewhere !== null) return [inNamespace(elsewhere)]
    return isOutside(mention) ? [outside({ is: 'internet', host: text.secret ? null : host }, mention)] : []
  }

  /** By variables that every pod has of the Services of its namespace: `CART_SERVICE_HOST` is that of the Service `cart`. */
  byVariables(pod: NetworkPod, { text }: WorkloadText): [variable: string, target: Target][] {
    return [...text.matchAll(/\b([A-Z][A-Z0-9_]{0,62})_SERVICE_HOST\b/g)].flatMap(([variable, name = '']) => {
      if (name === 'KUBERNETES') return [[variable, { to: { is: 'api-server' }, ports: null, service: null }]]
      const service = this.#services.named(pod.namespace, name.toLowerCase().replaceAll('_', '-'))
      if (service === undefined) return []
      return this.#services.targetsOf(service, null).map((target): [string, Target] => [variable, target])
    })
  }

  /** `name.namespace.svc`, or a pod of it before that. */
  #full(pod: NetworkPod, inner: string, namespace: string, mention: Mention): Target[] {
    const name = inner.split('.').at(-1) ?? inner
    const service = this.#services.named(this.#network.namespaces.named(namespace), name)
    if (service !== undefined) return this.#through(pod, service, mention)
    return [inNamespace(namespace)]
  }

  /** `name`, `name.namespace`, `pod.name` or `pod.name.namespace`. */
  #short(pod: NetworkPod, { text }: WorkloadText, { host, certain }: Mention): NetworkService | undefined {
    const [first = '', second, third, ...more] = host.split('.')
    if (more.length > 0) return undefined
    const { namespaces } = this.#network
    if (second === undefined) {
      // A word alone is a host only where something says so.
      return certain && text !== '' ? this.#services.named(pod.namespace, first) : undefined
    }
    if (third !== undefined) return headless(this.#services.named(namespaces.named(third), second), first)
    return (
      this.#services.named(namespaces.named(second), first) ??
      headless(this.#services.named(pod.namespace, second), first)
    )
  }

  #through(pod: NetworkPod, service: NetworkService, mention: Mention): Target[] {
    const { externalName } = service
    if (externalName !== null) return [outside({ is: 'internet', host: externalName }, mention)]
    // A program that is told its own name has it to tell others, unless it looks for its like.
    const others = service.headless ? service : { ...service, pods: service.pods.filter((one) => one !== pod) }
    if (others.pods.length === 0 && service.pods.length > 0) return []
    return this.#services.targetsOf(others, mention.port ?? schemePort(service, mention))
  }
}

/** A name before that of a Service is a pod's, which only the pods of a headless one have. */
function headless(service: NetworkService | undefined, pod: string): NetworkService | undefined {
  if (service === undefined || !service.headless) return undefined
  return service.pods.some(({ resource: { name } }) => pod.startsWith(`${name ?? ''}-`)) ? service : undefined
}

/** Without a port, the scheme's own is meant where the Service has it. */
function schemePort({ spec }: NetworkService, mention: Mention): number | null {
  if (mention.scheme === null || !Array.isArray(spec.ports)) return null
  const port = portOf(mention)
  return spec.ports.some((one: { readonly port?: unknown } | null) => one?.port === port) ? port : null
}

/** Of pods of which no Service was read: which port they have, only that would say. */
function inNamespace(namespace: string): Target {
  return { to: { is: 'pods', namespace, labels: null }, ports: null, service: null }
}

function outside(to: ConnectionEnd, mention: Mention): Target {
  return { to, ports: [{ protocol: 'TCP', port: portOf(mention) }], service: null }
}

/** Neither the pod itself nor everybody. */
function isRemote(address: string): boolean {
  return !/^(?:0\.|127\.|169\.254\.|22[4-9]\.|23\d\.|255\.|::1?$)/.test(address)
}
