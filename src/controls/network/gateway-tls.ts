import type { Estate } from '../../estate/estate.ts'
import { isMapping, type Mapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import { fails, passes, undecided, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'

const group = 'gateway.networking.k8s.io'

/** A Gateway speaks HTTP in the clear on a listener unless all that it serves there is a redirect. */
function* judge(estate: Estate): Iterable<Verdict> {
  const routes = estate.ofKind('HTTPRoute', group)
  for (const gateway of estate.ofKind('Gateway', group)) {
    const listeners = mappingAt(gateway.object, 'spec')?.listeners
    const all = Array.isArray(listeners) ? [...listeners.entries()].filter(isListener) : []
    const encrypts = all.some(([, { protocol }]) => protocol === 'HTTPS')
    const clear = all.filter(([, { protocol }]) => protocol === 'HTTP')
    if (clear.length === 0) yield passes(gateway)
    for (const [index, listener] of clear) {
      const name = stringAt(listener, 'name') ?? ''
      const path = ['spec', 'listeners', index, 'protocol']
      const served = routes.filter((route) => attaches(route, gateway, name))
      if (served.length > 0 && served.every(onlyRedirects)) yield passes(gateway)
      else if (served.length === 0 && encrypts && !estate.isLive) {
        yield undecided(gateway, `no route of listener "${name}" was read, which may only redirect to HTTPS`, { path })
      } else yield fails(gateway, `listener "${name}" serves HTTP without TLS`, { path, item: name })
    }
  }
}

function isListener(entry: [number, unknown]): entry is [number, Mapping] {
  return isMapping(entry[1])
}

function attaches(route: Resource, gateway: Resource, listener: string): boolean {
  const parents = mappingAt(route.object, 'spec')?.parentRefs
  return (
    Array.isArray(parents) &&
    parents.some((parent: unknown) => {
      if (!isMapping(parent) || parent.name !== gateway.name || (parent.kind ?? 'Gateway') !== 'Gateway') return false
      const namespace = stringAt(parent, 'namespace') ?? route.namespace
      return namespace === gateway.namespace && (parent.sectionName ?? listener) === listener
    })
  )
}

function onlyRedirects({ object }: Resource): boolean {
  const rules = mappingAt(object, 'spec')?.rules
  return Array.isArray(rules) && rules.length > 0 && rules.every(redirects)
}

function redirects(rule: unknown): boolean {
  const filters = isMapping(rule) ? rule.filters : undefined
  return (
    Array.isArray(filters) &&
    filters.some((filter: unknown) => isMapping(filter) && mappingAt(filter, 'requestRedirect')?.scheme === 'https')
  )
}

export const gatewayTls = defineControl({
  id: 'gateway-tls',
  title: 'Gateways serve HTTP over TLS only',
  severity: 'medium',
  why: 'Without TLS, whoever is on the way reads and changes what users send, passwords and session cookies included.',
  remedy:
    'Serve routes on a listener with `protocol: HTTPS` and a certificate; leave to an HTTP listener only a redirect to it.',
  maps: {
    guide: ['network.firewall', 'network.isolation'],
    nsa: ['2.28', '2.20'],
    kubescape: ['C-0263'],
    attack: ['T1557'],
    owasp: { '2022': ['K09'], '2025': ['K06'] }
  },
  analyse: { reads: ['Gateway', 'HTTPRoute'], judge },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata:
        name: web
        namespace: shop
      spec:
        gatewayClassName: public
        listeners:
          - name: http
            protocol: HTTP
            port: 80
          - name: https
            protocol: HTTPS
            port: 443
            tls:
              certificateRefs:
                - name: shop-tls
          - name: through
            protocol: TLS
            port: 8443
            tls:
              mode: Passthrough
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: to-https
        namespace: shop
      spec:
        parentRefs:
          - name: web
            sectionName: http
        rules:
          - filters:
              - type: RequestRedirect
                requestRedirect:
                  scheme: https
      `
    ],
    fail: [
      `
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata:
        name: web
        namespace: shop
      spec:
        gatewayClassName: public
        listeners:
          - name: http
            protocol: HTTP
            port: 80
      `,
      `
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata:
        name: web
        namespace: shop
      spec:
        gatewayClassName: public
        listeners:
          - name: http
            protocol: HTTP
            port: 80
          - name: https
            protocol: HTTPS
            port: 443
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: web
        namespace: shop
      spec:
        parentRefs:
          - name: web
        rules:
          - backendRefs:
              - name: web
                port: 80
      `
    ]
  }
})
