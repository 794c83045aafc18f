import type { Estate } from '../../estate/estate.ts'
import { isMapping, type Mapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import { formatPath, type Path } from '../../estate/path.ts'
import type { Resource } from '../../estate/resource.ts'
import { fails, passes, podsOfAllKinds, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { behindName, ManagementInterfaces } from '../judging/exposed-interfaces.ts'

/** Where an object sends what comes from outside. */
interface Way {
  readonly service: string
  readonly namespace: string | null
  readonly path: Path
}

function* judge(estate: Estate): Iterable<Verdict> {
  const interfaces = new ManagementInterfaces(estate)
  for (const service of estate.ofKind('Service', '')) {
    const how = opening(mappingAt(service.object, 'spec') ?? {})
    const what = how === null ? null : interfaces.behind(service)
    if (how === null || what === null) yield passes(service)
    else yield fails(service, `the service exposes ${what} ${how.text}`, { path: how.path })
  }
  const waysOf: Record<string, (resource: Resource) => Way[]> = {
    Ingress: ingressWays,
    HTTPRoute: routeWays,
    TLSRoute: routeWays,
    TCPRoute: routeWays
  }
  for (const [kind, ways] of Object.entries(waysOf)) {
    for (const resource of estate.ofKind(kind)) yield* published(estate, interfaces, resource, ways(resource))
  }
}

function* published(
  estate: Estate,
  interfaces: ManagementInterfaces,
  resource: Resource,
  ways: readonly Way[]
): Iterable<Verdict> {
  let found = false
  for (const { service, namespace, path } of isGuarded(resource) ? [] : ways) {
    const [target] = estate.named({ kind: 'Service', name: service, namespace, group: '' })
    // The service of a dashboard often comes from a chart of its own.
    const what = target === undefined ? behindName(service) : interfaces.behind(target)
    if (what === null) continue
    found = true
    yield fails(resource, `the ${resource.kind} publishes ${what}`, { path, item: formatPath(path) })
  }
  if (!found) yield passes(resource)
}

function opening(spec: Mapping): { text: string; path: Path } | null {
  if (Array.isArray(spec.externalIPs) && spec.externalIPs.length > 0) {
    return { text: 'on external addresses', path: ['spec', 'externalIPs'] }
  }
  if (spec.type === 'NodePort') return { text: 'on every node', path: ['spec', 'type'] }
  const limited = Array.isArray(spec.loadBalancerSourceRanges) && spec.loadBalancerSourceRanges.length > 0
  return spec.type === 'LoadBalancer' && !limited ? { text: 'through a load balancer', path: ['spec', 'type'] } : null
}

/** Ingress controllers can ask for a password or certificate first, or let in only some addresses. */
function isGuarded({ object }: Resource): boolean {
  const annotations = mappingAt(mappingAt(object, 'metadata') ?? {}, 'annotations') ?? {}
  return Object.keys(annotations).some((key) =>
    /\/(?:auth-(?:type|url|tls-secret)|whitelist-source-range|allowlist-source-range|router\.middlewares)$/.test(key)
  )
}

function ingressWays({ namespace, object }: Resource): Way[] {
  const spec = mappingAt(object, 'spec') ?? {}
  const ways: Way[] = []
  const add = (backend: unknown, path: Path): void => {
    if (!isMapping(backend)) return
    const service = stringAt(mappingAt(backend, 'service') ?? {}, 'name') ?? stringAt(backend, 'serviceName')
    if (service !== null) ways.push({ service, namespace, path })
  }
  add(spec.defaultBackend, ['spec', 'defaultBackend'])
  for (const [index, rule] of entriesOf(spec.rules)) {
    for (const [at, path] of entriesOf(mappingAt(rule, 'http')?.paths)) {
      add(path.backend, ['spec', 'rules', index, 'http', 'paths', at, 'backend'])
    }
  }
  return ways
}

function routeWays({ namespace, object }: Resource): Way[] {
  return entriesOf(mappingAt(object, 'spec')?.rules).flatMap(([index, rule]) =>
    entriesOf(rule.backendRefs).flatMap(([at, backend]): Way[] => {
      const service = stringAt(backend, 'name')
      if (service === null || (backend.kind ?? 'Service') !== 'Service') return []
      const path = ['spec', 'rules', index, 'backendRefs', at]
      return [{ service, namespace: stringAt(backend, 'namespace') ?? namespace, path }]
    })
  )
}

function entriesOf(list: unknown): [number, Mapping][] {
  return Array.isArray(list)
    ? [...list.entries()].filter((entry): entry is [number, Mapping] => isMapping(entry[1]))
    : []
}

export const exposedManagementInterface = defineControl({
  id: 'exposed-management-interface',
  title: 'Nothing that manages the cluster is exposed to the outside',
  severity: 'high',
  why: 'Dashboards, etcd, kubelets and API servers are what attackers look for first: one weak password or one unpatched fault there is the whole cluster.',
  remedy:
    'Use `type: ClusterIP`, take it out of the Ingress, and reach it through `kubectl port-forward`, a VPN or a proxy that authenticates its users.',
  maps: {
    guide: ['network.firewall', 'authentication.strong'],
    nsa: ['2.11', '2.12'],
    kubescape: ['C-0014', 'C-0021', 'C-0266'],
    attack: ['T1133'],
    microsoft: ['MS-TA9005', 'MS-TA9029'],
    owasp: { '2022': ['K09'], '2025': ['K06'] }
  },
  analyse: { reads: ['Service', 'Ingress', 'HTTPRoute', 'TLSRoute', 'TCPRoute', podsOfAllKinds], judge },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Service
      metadata:
        name: kubernetes-dashboard
        namespace: kubernetes-dashboard
      spec:
        selector:
          k8s-app: kubernetes-dashboard
        ports:
          - port: 443
            targetPort: 8443
      `,
      `
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        namespace: shop
      spec:
        type: LoadBalancer
        selector:
          app: web
        ports:
          - port: 443
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Service
      metadata:
        name: console
        namespace: tools
      spec:
        type: NodePort
        selector:
          app: console
        ports:
          - port: 443
            targetPort: 8443
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: console
        namespace: tools
        labels:
          app: console
      spec:
        containers:
          - name: app
            image: kubernetesui/dashboard:v2.7.0
      `,
      `
      apiVersion: v1
      kind: Service
      metadata:
        name: store
        namespace: etcd
      spec:
        type: LoadBalancer
        selector:
          app: store
        ports:
          - port: 2379
      `,
      `
      apiVersion: v1
      kind: Service
      metadata:
        name: longhorn-frontend
        namespace: longhorn-system
      spec:
        selector:
          app: longhorn-ui
        ports:
          - port: 80
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: longhorn
        namespace: longhorn-system
      spec:
        tls:
          - secretName: longhorn-tls
        rules:
          - host: longhorn.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: longhorn-frontend, port: {number: 80}}}
      `,
      `
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: storage
        namespace: rook-ceph
      spec:
        tls:
          - secretName: storage-tls
        rules:
          - host: storage.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: rook-ceph-mgr-dashboard, port: {name: https-dashboard}}}
      `
    ]
  }
})
