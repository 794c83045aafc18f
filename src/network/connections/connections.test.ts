import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseYaml } from '../../yaml/parse.ts'
import { estateOf } from '../estate.fixture.ts'
import type { ConnectionEnd, ConnectionPort } from './connection.ts'
import { connectionsOf } from './connections.ts'

/** Each connection as one line: who, to whom, which ports. */
function connections(...documents: string[]): string[] {
  const estate = estateOf([parseYaml(documents.join('\n---\n'))])
  return connectionsOf(estate)
    .all.map(({ from, to, ports }) => `${end(from)} > ${end(to)} ${ports === null ? '*' : ports.map(port).join()}`)
    .sort()
}

function end(one: ConnectionEnd): string {
  switch (one.is) {
    case 'workload':
      return one.pod.resource.name ?? ''
    case 'pods':
      return `${one.namespace ?? 'any'}/${JSON.stringify(one.namespaceLabels ?? one.labels ?? 'any')}`
    case 'addresses':
      return one.cidr
    case 'internet':
      return one.host ?? 'a host'
    default:
      return one.is
  }
}

function port({ protocol, port: number, endPort }: ConnectionPort): string {
  return `${protocol}:${number ?? '*'}${endPort === undefined ? '' : `-${endPort}`}`
}

function pod(name: string, spec = '', namespace = 'shop'): string {
  return `
apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: ${namespace}, labels: { app: ${name} } }
spec: { containers: [{ name: app, ports: [{ name: http, containerPort: 8080 }] ${spec} }] }`
}

function environment(...pairs: [string, string][]): string {
  return `, env: [${pairs.map(([name, value]) => `{ name: ${name}, value: ${JSON.stringify(value)} }`).join()}]`
}

function service(name: string, more = 'ports: [{ port: 80, targetPort: http }]', namespace = 'shop'): string {
  return `
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { selector: { app: ${name} }, ${more} }`
}

const cart = pod('cart')

describe('connections that manifests prove', () => {
  test('go from whoever is told the name of a Service to its pods, on their own port', () => {
    for (const name of [
      'http://cart',
      'cart:80',
      'http://cart.shop',
      'cart.shop.svc:80',
      'http://cart.shop.svc.cluster.local/x'
    ]) {
      assert.deepEqual(connections(pod('web', environment(['CART', name])), cart, service('cart')), [
        'web > cart TCP:8080'
      ])
    }
  })

  test('are told by flags, files and Secrets, too', () => {
    const config =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c, namespace: shop }\ndata: { app.yaml: "cart:\\n  url: http://cart\\n", other: "http://web" }'
    const secret = `apiVersion: v1\nkind: Secret\nmetadata: { name: s, namespace: shop }\ndata: { url: ${btoa('http://cart')} }`
    for (const spec of [
      ', args: ["--cart-url=http://cart"]',
      ', args: [--cart-host, cart]',
      ', command: [sh, -c, "curl http://cart/ready"]',
      ', envFrom: [{ secretRef: { name: s } }]',
      ', env: [{ name: A, value: cart }, { name: URL, value: "http://$(A):80" }]',
      ', env: [{ name: URL, valueFrom: { configMapKeyRef: { name: c, key: app.yaml } } }]'
    ]) {
      assert.deepEqual(
        connections(pod('web', spec), cart, service('cart'), config, secret),
        ['web > cart TCP:8080'],
        spec
      )
    }
    const mounted = pod('web').replace('spec: {', 'spec: { volumes: [{ name: v, configMap: { name: c } }],')
    assert.deepEqual(connections(mounted, cart, service('cart'), config), ['web > cart TCP:8080'])
  })

  test('are none to oneself, nor to a Service of another namespace by its bare name', () => {
    assert.deepEqual(connections(pod('cart', environment(['URL', 'http://cart'])), service('cart')), [])
    assert.deepEqual(connections(pod('web', environment(['URL', 'http://cart']), 'other'), cart, service('cart')), [])
  })

  test('take the port that is asked for of a Service with several', () => {
    const ports = 'ports: [{ name: a, port: 1, targetPort: 11 }, { name: b, port: 2, protocol: UDP }]'
    assert.deepEqual(connections(pod('web', environment(['A', 'cart:2'])), cart, service('cart', ports)), [
      'web > cart UDP:2'
    ])
    assert.deepEqual(connections(pod('web', environment(['CART_HOST', 'cart'])), cart, service('cart', ports)), [
      'web > cart TCP:11,UDP:2'
    ])
  })

  test('go straight to pods behind a headless Service', () => {
    const headless = service('cart', 'clusterIP: None, ports: [{ port: 80, targetPort: http }]')
    assert.deepEqual(connections(pod('web', environment(['A', 'cart:9999'])), cart, headless), ['web > cart TCP:9999'])
    const set =
      'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: db, namespace: shop }\nspec: { serviceName: db, replicas: 3, template: { metadata: { labels: { app: db } }, spec: { containers: [{ name: a }] } } }'
    assert.deepEqual(
      connections(
        pod('web', environment(['A', 'db-0.db:5432'])),
        set,
        service('db', 'clusterIP: None, ports: [{ port: 5432 }]')
      ),
      ['db > db *', 'web > db TCP:5432']
    )
  })

  test('go to addresses and hosts outside, to namespaces of which no more is known, and to the API server', () => {
    assert.deepEqual(
      connections(
        pod(
          'web',
          environment(
            ['A', 'https://pay.example.com/v2'],
            ['DB', '10.1.2.3:5432'],
            ['C', 'http://orders.mule.svc:8081'],
            ['D', 'https://kubernetes.default.svc'],
            ['E', 'http://127.0.0.1:1'],
            ['F', '0.0.0.0:80']
          )
        )
      ),
      ['web > 10.1.2.3/32 TCP:5432', 'web > api-server *', 'web > mule/"any" *', 'web > pay.example.com TCP:443']
    )
  })

  test('go to a namespace of which the Service was not read, to the metadata service, and where variables of Services say', () => {
    assert.deepEqual(connections(pod('web', environment(['DB_HOST', 'db.data'], ['X_URL', 'http://db.example']))), [
      'web > data/"any" *',
      'web > db.example TCP:80'
    ])
    for (const url of ['http://169.254.169.254/latest', 'http://metadata.google.internal/computeMetadata']) {
      assert.deepEqual(connections(pod('web', environment(['URL', url]))), ['web > metadata-service *'])
    }
    const script = ', command: [sh, -ec, "curl $CART_SERVICE_HOST:$CART_SERVICE_PORT; nc $KUBERNETES_SERVICE_HOST 443"]'
    assert.deepEqual(connections(pod('web', script), cart, service('cart')), [
      'web > api-server *',
      'web > cart TCP:8080'
    ])
  })

  test('go to what stands behind Services without a selector', () => {
    const web = pod('web', environment(['A', 'http://cart']))
    const bare = service('cart').replace('selector: { app: cart },', '')
    const endpoints =
      'apiVersion: v1\nkind: Endpoints\nmetadata: { name: cart, namespace: shop }\nsubsets: [{ addresses: [{ ip: 192.0.2.7 }] }]'
    assert.deepEqual(connections(web, bare, endpoints), ['web > 192.0.2.7/32 TCP:http'])
    const slice =
      'apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata: { name: x, namespace: shop, labels: { kubernetes.io/service-name: cart } }\nendpoints: [{ addresses: ["2001:db8::1"] }]'
    assert.deepEqual(connections(web, bare, slice), ['web > 2001:db8::1/128 TCP:http'])
    const elsewhere =
      'apiVersion: v1\nkind: Service\nmetadata: { name: cart, namespace: shop }\nspec: { type: ExternalName, externalName: cart.example.com }'
    assert.deepEqual(connections(web, elsewhere), ['web > cart.example.com TCP:80'])
  })

  test('come from outside through Ingresses, routes, load balancers and node ports', () => {
    const ingress =
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: i, namespace: shop }\nspec: { ingressClassName: CLASS, rules: [{ http: { paths: [{ backend: { service: { name: cart, port: { number: 80 } } } }] } }] }'
    const behind = [cart, service('cart')]
    assert.deepEqual(connections(ingress.replace('CLASS', 'nginx'), ...behind), ['any/"any" > cart TCP:8080'])
    assert.deepEqual(connections(ingress.replace('CLASS', 'alb'), ...behind), ['everyone > cart TCP:8080'])
    const controller = pod('controller', ', image: registry.k8s.io/ingress-nginx/controller:v1', 'edge')
    assert.deepEqual(connections(ingress.replace('CLASS', 'nginx'), controller, ...behind), [
      'controller > any/"any" TCP:*',
      'controller > cart TCP:8080'
    ])
    const route =
      'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: r, namespace: shop }\nspec: { rules: [{ backendRefs: [{ name: cart, port: 80 }] }] }'
    assert.deepEqual(connections(route, ...behind), ['any/"any" > cart TCP:8080'])
    const openShift =
      'apiVersion: route.openshift.io/v1\nkind: Route\nmetadata: { name: r, namespace: shop }\nspec: { to: { kind: Service, name: cart } }'
    assert.deepEqual(connections(openShift, ...behind), [
      'any/{"network.openshift.io/policy-group":"ingress"} > cart TCP:8080'
    ])
    for (const type of ['LoadBalancer', 'NodePort']) {
      assert.deepEqual(connections(cart, service('cart', `type: ${type}, ports: [{ port: 80, targetPort: http }]`)), [
        'everyone > cart TCP:8080'
      ])
    }
  })

  test('come from the API server to webhooks, converters and aggregated APIs', () => {
    const client = '{ service: { name: cart, namespace: shop, port: 80 } }'
    for (const caller of [
      `apiVersion: admissionregistration.k8s.io/v1\nkind: MutatingWebhookConfiguration\nmetadata: { name: w }\nwebhooks: [{ name: a, clientConfig: ${client} }]`,
      `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: w }\nspec: { conversion: { strategy: Webhook, webhook: { clientConfig: ${client} } } }`,
      `apiVersion: apiregistration.k8s.io/v1\nkind: APIService\nmetadata: { name: w }\nspec: ${client}`
    ]) {
      assert.deepEqual(connections(caller, cart, service('cart')), ['everyone > cart TCP:8080'])
    }
  })

  test('come from Prometheus to what is scraped', () => {
    const monitor =
      'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: { name: m, namespace: shop }\nspec: { selector: {}, endpoints: [{ port: http }] }'
    const named = service('cart', 'ports: [{ name: http, port: 80, targetPort: http }]')
    assert.deepEqual(connections(monitor, cart, named), ['any/"any" > cart TCP:8080'])
    const prometheus = pod('prometheus', ', image: quay.io/prometheus/prometheus:v3', 'monitoring')
    assert.deepEqual(connections(monitor, cart, named, prometheus), [
      'prometheus > any/"any" TCP:*',
      'prometheus > cart TCP:8080'
    ])
    const made =
      'apiVersion: monitoring.coreos.com/v1\nkind: Prometheus\nmetadata: { name: p, namespace: monitoring }\nspec: {}'
    assert.deepEqual(connections(monitor, cart, named, made), [
      'monitoring/{"app.kubernetes.io/name":"prometheus"} > cart TCP:8080'
    ])
    const annotated = cart.replace(
      'labels:',
      'annotations: { prometheus.io/scrape: "true", prometheus.io/port: "9100" }, labels:'
    )
    assert.deepEqual(connections(annotated), ['any/"any" > cart TCP:9100'])
  })

  test('are what policies allow that name who connects', () => {
    const policy =
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec: { podSelector: { matchLabels: { app: cart } }, ingress: [{ from: [{ podSelector: { matchLabels: { app: web } } }], ports: [{ port: 80, endPort: 90 }, { port: http }] }, { from: [{ namespaceSelector: {} }] }] }'
    assert.deepEqual(connections(policy, cart, pod('web')), ['web > cart TCP:80-90,TCP:http'])
  })
})
