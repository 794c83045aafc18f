import { shown } from '../../estate/shown.ts'
import { rtfKinds } from '../../rtf/facts/names.ts'
import { fails, passes } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { baseEndpoints, routeResources } from '../judging/runtime-fabric/route-resources.ts'
import { isOfRtf } from '../judging/runtime-fabric/settings-holders.ts'

/** Objects in which a route itself ends TLS; those of the Gateway API leave that to their Gateway. */
const endingTls: ReadonlySet<string> = new Set(['Ingress', 'Route', 'Routes'])

export const routeTemplateTls = defineControl({
  id: 'route-template-tls',
  title: 'Endpoints that Runtime Fabric publishes are served over TLS',
  severity: 'high',
  why: 'Every application that is deployed with such an endpoint gets it: whoever is on the way reads and changes what its clients send.',
  remedy:
    'Write each of `spec.baseEndpoints` with https, and `tls` into each Ingress or Route of `spec.resources`. Applications that run already keep their endpoints until they are redeployed.',
  maps: {
    guide: ['network.firewall', 'network.isolation'],
    nsa: ['2.28', '2.20'],
    attack: ['T1557'],
    owasp: { '2022': ['K09'], '2025': ['K06'] }
  },
  analyse: {
    reads: [rtfKinds.route],
    *inspect(resource) {
      if (!isOfRtf(resource)) return
      let clean = true
      for (const { index, endpoint } of baseEndpoints(resource)) {
        if (/^https:/i.test(endpoint.trim())) continue
        clean = false
        yield fails(resource, `endpoint ${shown(endpoint)} is not one of https`, {
          path: ['spec', 'baseEndpoints', index],
          item: endpoint
        })
      }
      for (const { index, text, kind } of routeResources(resource)) {
        if (!endingTls.has(kind) || /^[ \t]+tls:/m.test(text)) continue
        clean = false
        yield fails(resource, `the ${kind} of each endpoint has no tls`, {
          path: ['spec', 'resources', index],
          item: `resources[${index}]`
        })
      }
      if (clean) yield passes(resource)
    }
  },
  rtf: 'settable',
  examples: {
    pass: [
      `
      apiVersion: rtf.mulesoft.com/v1
      kind: HTTPRouteTemplate
      metadata:
        name: public
        namespace: rtf
      spec:
        baseEndpoints:
          - https://*.api.example
        resources:
          - |
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: {{ .ResourceName }}
            spec:
              tls:
                - hosts:
                    - {{ .Host }}
                  secretName: api-wildcard-tls
      `
    ],
    fail: [
      `
      apiVersion: rtf.mulesoft.com/v1
      kind: HTTPRouteTemplate
      metadata:
        name: public
        namespace: rtf
      spec:
        baseEndpoints:
          - https://*.api.example
          - http://*.api.example
        resources:
          - |
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: {{ .ResourceName }}
            spec:
              ingressClassName: nginx
      `
    ]
  }
})
