import { rtfKinds } from '../../rtf/facts/names.ts'
import { fails, passes } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { routeResources } from '../judging/runtime-fabric/route-resources.ts'
import { isOfRtf } from '../judging/runtime-fabric/settings-holders.ts'

export const routeTemplatePrivateKey = defineControl({
  id: 'route-template-private-key',
  title: 'Templates of endpoints hold no private key',
  severity: 'critical',
  why: 'The key stands in plain text in the template, in its history, and in the route of every application: whoever reads one of them can pose as all endpoints.',
  remedy:
    'Replace the certificate, since its key has been seen. Keep the new key in a Secret of type kubernetes.io/tls that the route refers to.',
  maps: {
    guide: ['authentication.strong', 'network.firewall'],
    nsa: ['2.24'],
    attack: ['T1552.001'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  analyse: {
    reads: [rtfKinds.route],
    *inspect(resource) {
      if (!isOfRtf(resource)) return
      let clean = true
      for (const { index, text, kind } of routeResources(resource)) {
        if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) continue
        clean = false
        yield fails(resource, `the ${kind === '' ? 'object' : kind} of each endpoint holds a private key`, {
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
          - https://api.example
        resources:
          - |
            apiVersion: route.openshift.io/v1
            kind: Route
            spec:
              tls:
                termination: edge
                externalCertificate:
                  name: api-tls
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
          - https://api.example
        resources:
          - |
            apiVersion: route.openshift.io/v1
            kind: Route
            spec:
              tls:
                termination: edge
                key: |-
                  -----BEGIN PRIVATE KEY-----
                  not a real one
                  -----END PRIVATE KEY-----
      `
    ]
  }
})
