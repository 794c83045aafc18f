import { isMapping, type Mapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import { listed } from './services.ts'

/** A Service to which an object sends what comes from outside. */
export interface Backend {
  readonly name: string
  /** Null where it is that of the object. */
  readonly namespace: string | null
  /** By number or name; null for all. */
  readonly port: number | string | null
}

/** The Services to which an object of a kind that publishes something sends it. */
export function backendsOf(resource: Resource): Backend[] {
  const spec = mappingAt(resource.object, 'spec') ?? {}
  return readers[resource.kind]?.(spec) ?? []
}

/** What publishes Services, by kind. */
const readers: Readonly<Record<string, (spec: Mapping) => Backend[]>> = {
  Ingress: (spec) => [
    ...ingressBackend(mappingAt(spec, 'defaultBackend') ?? mappingAt(spec, 'backend')),
    ...listed(spec.rules).flatMap((rule) =>
      listed(mappingAt(rule, 'http')?.paths).flatMap((path) => ingressBackend(mappingAt(path, 'backend')))
    )
  ],
  Route: (spec) =>
    [mappingAt(spec, 'to'), ...listed(spec.alternateBackends)].flatMap((to) => named(to, targetPort(spec))),
  HTTPRoute: gatewayBackends,
  GRPCRoute: gatewayBackends,
  TCPRoute: gatewayBackends,
  TLSRoute: gatewayBackends,
  UDPRoute: gatewayBackends,
  HTTPProxy: (spec) => [
    ...listed(spec.routes).flatMap((route) => listed(route.services).flatMap((one) => named(one, one.port))),
    ...listed(mappingAt(spec, 'tcpproxy')?.services).flatMap((one) => named(one, one.port))
  ],
  IngressRoute: traefikBackends,
  IngressRouteTCP: traefikBackends,
  VirtualService: (spec) =>
    ['http', 'tcp', 'tls'].flatMap((protocol) =>
      listed(spec[protocol]).flatMap((rule) => listed(rule.route).flatMap((route) => istioBackend(route.destination)))
    )
}

export const publishingKinds: readonly string[] = Object.keys(readers)

function gatewayBackends(spec: Mapping): Backend[] {
  return listed(spec.rules).flatMap((rule) =>
    listed(rule.backendRefs)
      .filter(({ kind }) => kind === undefined || kind === 'Service')
      .flatMap((one) => named(one, one.port))
  )
}

function traefikBackends(spec: Mapping): Backend[] {
  return listed(spec.routes).flatMap((route) =>
    listed(route.services)
      .filter(({ kind }) => kind === undefined || kind === 'Service')
      .flatMap((one) => named(one, one.port))
  )
}

/** Of today's API, or of the first one, where the name stands beside the port. */
function ingressBackend(backend: Mapping | undefined): Backend[] {
  if (backend === undefined) return []
  const service = mappingAt(backend, 'service')
  if (service === undefined) return named({ name: backend.serviceName }, backend.servicePort)
  const { number, name } = mappingAt(service, 'port') ?? {}
  return named(service, number ?? name)
}

function targetPort(spec: Mapping): unknown {
  return mappingAt(spec, 'port')?.targetPort
}

function istioBackend(destination: unknown): Backend[] {
  if (!isMapping(destination)) return []
  const [name, namespace] = (stringAt(destination, 'host') ?? '').split('.')
  return named({ name, namespace }, mappingAt(destination, 'port')?.number)
}

function named(service: Mapping | undefined, port: unknown): Backend[] {
  const name = service === undefined ? null : stringAt(service, 'name')
  if (name === null || name === '') return []
  const namespace = service === undefined ? null : stringAt(service, 'namespace')
  return [{ name, namespace, port: typeof port === 'number' || typeof port === 'string' ? port : null }]
}
