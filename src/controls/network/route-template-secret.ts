import type { Estate } from '../../estate/estate.ts'
import { groupOf, type Resource } from '../../estate/resource.ts'
import { labelsOf } from '../../estate/selectors.ts'
import { shown } from '../../estate/shown.ts'
import { rtfGroup, rtfKinds, rtfLabels } from '../../rtf/facts/names.ts'
import { fails, passes, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { routeResources } from '../judging/runtime-fabric/route-resources.ts'

function* judge(estate: Estate): Iterable<Verdict> {
  for (const template of estate.ofKind(rtfKinds.route, rtfGroup)) {
    let judged = false
    let clean = true
    for (const { index, text } of routeResources(template)) {
      for (const name of secretNames(text)) {
        const problem = problemOf(estate, template, name)
        if (problem === undefined) continue
        judged = true
        if (problem === null) continue
        clean = false
        yield fails(template, problem, { path: ['spec', 'resources', index], item: `resources[${index}]/${name}` })
      }
    }
    if (judged && clean) yield passes(template)
  }
}

/** What is wrong with a secret; null where nothing is, undefined where the input does not say. */
function problemOf(estate: Estate, template: Resource, name: string): string | null | undefined {
  const own = estate.named({ kind: 'Secret', group: '', namespace: template.namespace, name })[0]
  const isSynchronized = own !== undefined && String(labelsOf(own)[rtfLabels.synchronized]) === 'true'
  if (isSynchronized) return null
  const namespaces = estate
    .ofKind('Namespace', '')
    .filter((namespace) => labelsOf(namespace)[rtfLabels.agentNamespace] === template.namespace)
    .flatMap(({ name: namespace }) => namespace ?? [])
  const lacking = namespaces.filter(
    (namespace) => estate.named({ kind: 'Secret', group: '', namespace, name }).length === 0
  )
  // Files seldom hold every secret: only where this one is among them, others of its name are missed.
  const isKnown = own !== undefined || estate.isLive || lacking.length < namespaces.length
  if (!isKnown || namespaces.length === 0) return undefined
  if (lacking.length === 0) return null
  return `namespace "${shown(lacking[0])}" has no secret "${shown(name)}", with which its endpoints are served`
}

/** Names that no placeholder makes. */
function secretNames(text: string): Set<string> {
  const names = [...text.matchAll(/secretName:[ \t]*["']?([a-z0-9][a-z0-9.-]*)["']?[ \t]*$/gm)]
  return new Set(names.map(([, name = '']) => name))
}

export const routeTemplateSecret = defineControl({
  id: 'route-template-secret',
  title: 'The certificate of an endpoint is where its applications are',
  severity: 'medium',
  why: 'Without its secret, an ingress controller serves the endpoint with a certificate of its own that no client trusts, or without TLS.',
  remedy:
    'Label the Secret of the certificate, in the namespace of the agent, with `rtf.mulesoft.com/synchronized: "true"`: Runtime Fabric then keeps a copy in each namespace of applications. Or create it in each of them.',
  maps: { guide: ['network.firewall'], nsa: ['2.28'], attack: ['T1557'] },
  analyse: {
    reads: [rtfKinds.route, 'Secret', 'Namespace'],
    needs: ({ kind, apiVersion }) => kind !== rtfKinds.route || groupOf(apiVersion) === rtfGroup,
    judge
  },
  rtf: 'settable',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: mule-production
        labels:
          rtf.mulesoft.com/agentNamespace: rtf
      ---
      apiVersion: v1
      kind: Secret
      metadata:
        name: api-wildcard-tls
        namespace: rtf
        labels:
          rtf.mulesoft.com/synchronized: "true"
      type: kubernetes.io/tls
      data:
        tls.crt: ""
        tls.key: ""
      ---
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
            kind: Ingress
            spec:
              tls:
                - secretName: api-wildcard-tls
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: mule-production
        labels:
          rtf.mulesoft.com/agentNamespace: rtf
      ---
      apiVersion: v1
      kind: Secret
      metadata:
        name: api-wildcard-tls
        namespace: rtf
      type: kubernetes.io/tls
      data:
        tls.crt: ""
        tls.key: ""
      ---
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
            kind: Ingress
            spec:
              tls:
                - secretName: api-wildcard-tls
      `
    ]
  }
})
