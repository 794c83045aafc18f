import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isMapping, type Mapping, mappingAt } from '../../../estate/mapping.ts'
import { writeDocuments } from '../../../yaml/write/write-documents.ts'
import type { Companion } from '../companion.ts'
import { companionOf } from '../companions.fixture.ts'

function pod(name: string, url = '', namespace = 'shop'): string {
  const env = url === '' ? '' : `, env: [{ name: URL, value: "${url}" }]`
  return `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, namespace: ${namespace}, labels: { app: ${name} } }\nspec: { automountServiceAccountToken: false, containers: [{ name: app${env} }] }\n`
}

function service(name: string, more = ''): string {
  return `apiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: shop }\nspec: { selector: { app: ${name} }, ports: [{ port: 80 }] ${more} }\n`
}

function policy(spec: string): string {
  return `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: default-deny, namespace: shop }\nspec: { ${spec} }\n`
}

function policies(...documents: string[]): Companion | undefined {
  return companionOf({ 'a.yaml': documents.join('---\n') }, 'network-policies', 'shop')
}

function specs(companion: Companion | undefined): Record<string, Mapping> {
  return Object.fromEntries(
    (companion?.objects ?? []).flatMap(({ value }) => {
      const spec = value.spec
      return isMapping(spec) ? [[String(mappingAt(value, 'metadata')?.name), spec]] : []
    })
  )
}

describe('network policies', () => {
  test('deny by default, resolve names, and allow what is proven, at both ends', () => {
    const made = policies(pod('web', 'http://cart'), pod('cart'), service('cart'))
    const all = specs(made)
    assert.deepEqual(Object.keys(all), ['default-deny', 'allow-dns', 'allow-web', 'allow-cart'])
    assert.deepEqual(all['default-deny'], { podSelector: {}, policyTypes: ['Ingress', 'Egress'] })
    const ports = [{ protocol: 'TCP', port: 80 }]
    const labelled = (app: string): Mapping => ({ podSelector: { matchLabels: { app } } })
    assert.deepEqual(all['allow-web'], {
      ...labelled('web'),
      policyTypes: ['Egress'],
      egress: [{ to: [labelled('cart')], ports }]
    })
    assert.deepEqual(all['allow-cart'], {
      ...labelled('cart'),
      policyTypes: ['Ingress'],
      ingress: [{ from: [labelled('web')], ports }]
    })
    assert.equal(made?.grade, 'review')
  })

  test('say of every rule what proves it', () => {
    const text = writeDocuments(policies(pod('web', 'http://cart'), pod('cart'), service('cart'))?.objects ?? [])
    assert.equal(text.match(/^ {2}# Variable URL names cart\.\n {2}- (?:to|from):$/gm)?.length, 2)
  })

  test('never show what a Secret holds', () => {
    const secret =
      'apiVersion: v1\nkind: Secret\nmetadata: { name: s, namespace: shop }\nstringData: { url: "https://user:hunter2@hidden.example.com", own: "http://cart" }\n'
    const web = pod('web').replace('{ name: app', '{ name: app, envFrom: [{ secretRef: { name: s } }]')
    const made = policies(web, pod('cart'), service('cart'), secret)
    const text = writeDocuments(made?.objects ?? []) + String(made?.notes)
    assert.match(text, /Secret s \(url\) names a host/)
    assert.match(text, /Secret s \(own\) names Service cart/)
    assert.doesNotMatch(text, /hunter2|hidden/)
  })

  test('keep the metadata service and private networks out of what is open to the internet', () => {
    const spec = specs(policies(pod('web', 'https://pay.example.com')))['allow-web']
    assert.deepEqual(spec?.egress, [
      {
        to: [
          {
            ipBlock: {
              cidr: '0.0.0.0/0',
              except: ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16']
            }
          }
        ],
        ports: [{ protocol: 'TCP', port: 443 }]
      }
    ])
  })

  test('are about IPv6, too, where that is in use', () => {
    const dual = service('web', ', ipFamilyPolicy: PreferDualStack')
    const rule = specs(policies(pod('web', 'https://pay.example.com'), dual))['allow-web']?.egress
    assert.match(JSON.stringify(rule), /"cidr":"::\/0","except":\["fc00::\/7","fe80::\/10"\]/)
  })

  test('name the namespace of others', () => {
    const all = specs(policies(pod('web', 'http://cart.shop', 'front'), pod('cart'), service('cart')))
    assert.deepEqual(all['allow-cart']?.ingress, [
      {
        from: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'front' } },
            podSelector: { matchLabels: { app: 'web' } }
          }
        ],
        ports: [{ protocol: 'TCP', port: 80 }]
      }
    ])
  })

  test('need no rule for whom everybody includes', () => {
    const all = specs(policies(pod('web', 'http://cart'), pod('cart'), service('cart', ', type: LoadBalancer')))
    assert.deepEqual(all['allow-cart']?.ingress, [{ ports: [{ protocol: 'TCP', port: 80 }] }])
  })

  test('leave what is there: only what lacks is added', () => {
    const denied = policy('podSelector: {}, policyTypes: [Ingress, Egress]')
    assert.equal(policies(pod('web', 'http://cart'), denied), undefined)
    const inward = policies(pod('web', 'http://cart'), pod('cart'), service('cart'), policy('podSelector: {}'))
    assert.deepEqual(Object.keys(specs(inward)), ['default-deny-egress', 'allow-dns', 'allow-web'])
    assert.deepEqual(inward?.controls.includes('default-deny-ingress'), false)
    const one = policies(
      pod('web', 'http://cart'),
      pod('cart'),
      service('cart'),
      policy('podSelector: { matchLabels: { app: web } }, policyTypes: [Egress]')
    )
    assert.deepEqual(Object.keys(specs(one)), ['default-deny-2', 'allow-dns', 'allow-cart'])
  })

  test('are safe where others decide for every pod already', () => {
    const both = policy('podSelector: { matchLabels: { app: web } }, policyTypes: [Ingress, Egress]')
    const made = policies(pod('web'), both)
    assert.equal(made?.grade, 'safe')
    assert.deepEqual(Object.keys(specs(made)), ['default-deny-2'])
  })

  test('are not made where one that is there allows everything, or is not understood', () => {
    assert.equal(
      policies(pod('web'), policy('podSelector: {}, ingress: [{}], egress: [{}], policyTypes: [Ingress, Egress]')),
      undefined
    )
  })

  test('break where nobody can tell who connects', () => {
    const unused = policies(pod('cart'), service('cart'))
    assert.equal(unused?.grade, 'breaking')
    assert.match(unused?.argument ?? '', /who uses Service cart/)
    assert.equal(policies(pod('web').replace(', labels: { app: web }', ''))?.grade, 'breaking')
    assert.equal(policies('apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n')?.grade, 'breaking')
    const operated = 'apiVersion: kafka.strimzi.io/v1beta2\nkind: Kafka\nmetadata: { name: k, namespace: shop }\n'
    assert.equal(policies(pod('web'), operated)?.grade, 'breaking')
  })

  test('never let through to the metadata service, and say whom that breaks', () => {
    const made = policies(pod('web', 'http://169.254.169.254/latest'))
    assert.equal(made?.grade, 'breaking')
    assert.deepEqual(Object.keys(specs(made)), ['default-deny', 'allow-dns'])
    assert.match(
      String(made?.notes),
      /Pod web asks the metadata service of the cloud \(variable URL names 169\.254\.169\.254\)/
    )
  })

  test('leave Runtime Fabric to those that know what it needs', () => {
    const fabric =
      'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { rtf.mulesoft.com/agentNamespace: rtf } }\n'
    const made = policies(pod('web'), fabric)
    assert.equal(made?.grade, 'breaking')
    assert.match(String(made?.notes), /"bulwark rtf template" writes network policies/)
  })

  test('say what they assume of who serves an Ingress', () => {
    const ingress =
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: i, namespace: shop }\nspec: { defaultBackend: { service: { name: cart, port: { number: 80 } } } }\n'
    const made = policies(pod('cart'), service('cart'), ingress)
    assert.equal(made?.grade, 'review')
    assert.match(String(made?.notes), /Assumed: which pods serve Ingress i is not in the input/)
  })

  test('leave out pods in the network of their node, and say where these connect', () => {
    const host = pod('agent', 'http://cart').replace('spec: {', 'spec: { hostNetwork: true,')
    const made = policies(host, pod('cart'), service('cart'))
    assert.deepEqual(Object.keys(specs(made)), ['default-deny', 'allow-dns'])
    assert.match(String(made?.notes), /Pod agent connects from the network of its node to Pod cart/)
  })

  test('let out to the nodes where those who are called are in their network', () => {
    const host = pod('agent').replace('spec: {', 'spec: { hostNetwork: true,')
    const all = specs(policies(host, service('agent'), pod('web', 'http://agent')))
    assert.deepEqual(all['allow-web']?.egress, [
      {
        to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['169.254.0.0/16'] } }],
        ports: [{ protocol: 'TCP', port: 80 }]
      }
    ])
  })

  test('let who asks the API server do so', () => {
    const role =
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: { name: b, namespace: shop }\nroleRef: { kind: ClusterRole, name: view, apiGroup: rbac.authorization.k8s.io }\nsubjects: [{ kind: ServiceAccount, name: web, namespace: shop }]\n'
    const web = pod('web').replace('automountServiceAccountToken: false', 'serviceAccountName: web')
    const rule = specs(policies(web, role))['allow-web']?.egress
    assert.deepEqual(rule, [
      {
        to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['169.254.0.0/16'] } }],
        ports: [
          { protocol: 'TCP', port: 443 },
          { protocol: 'TCP', port: 6443 }
        ]
      }
    ])
  })

  test('resolve names where OpenShift does', () => {
    const route = 'apiVersion: route.openshift.io/v1\nkind: Route\nmetadata: { name: r, namespace: shop }\nspec: {}\n'
    const text = JSON.stringify(specs(policies(pod('web'), route))['allow-dns'])
    assert.match(text, /openshift-dns/)
    assert.match(text, /5353/)
  })
})
