import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Estate } from '../estate/estate.ts'
import { parseYaml } from '../yaml/parse.ts'
import { parseAddress } from './address.ts'
import { defaultDeny } from './default-deny.ts'
import { estateOf as estateOfFiles } from './estate.fixture.ts'
import { Network } from './network.ts'
import { type Direction, directions, type Policy } from './policy.ts'
import { allowsPort, isEveryPort } from './ports.ts'

function estateOf(...files: readonly string[]): Estate {
  return estateOfFiles(files.map((text) => parseYaml(text)))
}

function policyWith(spec: string): { network: Network; policy: Policy } {
  const indented = spec
    .trim()
    .split('\n')
    .map((line) => `  ${line}`)
  const text = [
    'apiVersion: networking.k8s.io/v1',
    'kind: NetworkPolicy',
    'metadata: {name: p, namespace: shop}',
    'spec:',
    ...indented
  ].join('\n')
  const estate = estateOf(text)
  const network = new Network(estate)
  const [resource] = estate.ofKind('NetworkPolicy')
  const [policy] = resource === undefined ? [] : network.policiesOf(resource)
  assert.ok(policy)
  return { network, policy }
}

function isolates(spec: string): Direction[] {
  const { policy } = policyWith(spec)
  return directions.filter((direction) => policy.isolates.has(direction))
}

describe('policy types', () => {
  test('are ingress where none are named, and egress too where there is a rule for it', () => {
    assert.deepEqual(isolates('podSelector: {}'), ['ingress'])
    assert.deepEqual(isolates('podSelector: {}\negress: []'), ['ingress'])
    assert.deepEqual(isolates('podSelector: {}\negress: [{}]'), ['ingress', 'egress'])
    assert.deepEqual(isolates('podSelector: {}\npolicyTypes: []\negress: [{}]'), ['ingress', 'egress'])
  })

  test('are those that are named, whatever rules there are', () => {
    assert.deepEqual(isolates('podSelector: {}\npolicyTypes: [Egress]\ningress: [{}]'), ['egress'])
    assert.deepEqual(isolates('podSelector: {}\npolicyTypes: [Ingress]\negress: [{}]'), ['ingress'])
  })
})

describe('selectors', () => {
  test('an empty pod selector, or none, is every pod of the namespace and no other', () => {
    for (const spec of [
      'podSelector: {}',
      'policyTypes: [Ingress]',
      'podSelector: {matchLabels: {}, matchExpressions: []}'
    ]) {
      const { network, policy } = policyWith(spec)
      const shop = network.namespaces.named('shop')
      const other = network.namespaces.named('other')
      assert.ok(policy.selects({ namespace: shop, labels: {} }), spec)
      assert.ok(!policy.selects({ namespace: other, labels: {} }), spec)
      assert.ok(policy.selectsAllOf(shop) && !policy.selectsAllOf(other), spec)
    }
  })

  test('a condition is not every pod, even if all that were read meet it', () => {
    const { network, policy } = policyWith('podSelector: {matchExpressions: [{key: app, operator: DoesNotExist}]}')
    const shop = network.namespaces.named('shop')
    assert.ok(policy.selects({ namespace: shop, labels: {} }))
    assert.ok(!policy.selectsAllOf(shop))
  })

  test('one that the API server refuses leaves the policy unclear', () => {
    assert.match(
      policyWith('podSelector: {matchExpressions: [{key: app, operator: in}]}').policy.unclear ?? '',
      /operator/
    )
    assert.match(
      policyWith('podSelector: {}\ningress: [{from: [{ipBlock: {cidr: 10.0.0.0}}]}]').policy.unclear ?? '',
      /block/
    )
    assert.equal(policyWith('podSelector: {}').policy.unclear, null)
  })
})

describe('peers', () => {
  const peerOf = (from: string) => {
    const { network, policy } = policyWith(`podSelector: {}\ningress:\n- from:\n  - ${from}`)
    const peer = policy.rules.ingress[0]?.peers?.[0]
    assert.ok(peer)
    const includes = (namespace: string, labels: Record<string, string>): boolean =>
      peer.pods?.includes({ namespace: network.namespaces.named(namespace), labels }) === true
    return { peer, includes }
  }

  test('a pod selector alone is about the own namespace', () => {
    const { includes, peer } = peerOf('podSelector: {}')
    assert.ok(includes('shop', {}) && !includes('other', {}))
    assert.equal(peer.pods?.everyone, false)
  })

  test('a namespace selector alone is all pods of these namespaces, known by their name at least', () => {
    const all = peerOf('namespaceSelector: {}')
    assert.ok(all.includes('shop', {}) && all.includes('other', {}))
    assert.equal(all.peer.pods?.everyone, true)
    const named = peerOf('namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: other}}')
    assert.ok(named.includes('other', {}) && !named.includes('shop', {}))
  })

  test('both in one entry must hold', () => {
    const { includes } = peerOf('{namespaceSelector: {}, podSelector: {matchLabels: {app: web}}}')
    assert.ok(includes('other', { app: 'web' }) && !includes('other', {}))
  })

  test('no entry, or an empty list of them, is everyone', () => {
    for (const rule of ['{}', '{from: []}', '{ports: [{port: 80}]}']) {
      assert.equal(policyWith(`podSelector: {}\ningress: [${rule}]`).policy.rules.ingress[0]?.peers, null)
    }
  })

  test('an exception may lie at an edge of its block', () => {
    const { peer } = peerOf('ipBlock: {cidr: 10.0.0.0/8, except: [10.0.0.0/16]}')
    const first = parseAddress('10.1.0.0')
    assert.equal(peer.addresses[0]?.first, first?.value)
  })
})

describe('ports', () => {
  const portsOf = (ports: string) =>
    policyWith(`podSelector: {}\ningress: [{ports: ${ports}}]`).policy.rules.ingress[0]?.ports ?? null

  test('none are all ports of all protocols', () => {
    assert.ok(allowsPort(portsOf('[]'), 'SCTP', 1))
    assert.ok(isEveryPort(portsOf('[]')))
  })

  test('a protocol is TCP where none is named, and a port without number is all of its protocol', () => {
    assert.ok(allowsPort(portsOf('[{port: 80}]'), 'TCP', 80))
    assert.ok(!allowsPort(portsOf('[{port: 80}]'), 'UDP', 80))
    assert.ok(allowsPort(portsOf('[{protocol: UDP}]'), 'UDP', 9))
    assert.ok(!isEveryPort(portsOf('[{protocol: UDP}]')))
  })

  test('a range goes to its end port, and a name is no number', () => {
    assert.ok(allowsPort(portsOf('[{port: 80, endPort: 90}]'), 'TCP', 90))
    assert.ok(!allowsPort(portsOf('[{port: 80, endPort: 90}]'), 'TCP', 91))
    assert.ok(!allowsPort(portsOf('[{port: http}]'), 'TCP', 80))
    assert.ok(isEveryPort(portsOf('[{port: 1, endPort: 65535}, {protocol: UDP, port: 1, endPort: 65535}]')))
  })
})

test('objects that name no namespace share one within a file, and never with those of another', () => {
  const policy =
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: deny}\nspec: {podSelector: {}}\n'
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: app, image: x}]}\n'
  const network = new Network(estateOf(`${policy}---\n${pod}`, pod))
  assert.deepEqual(
    network.pods.map((each) => network.isolating(each, 'ingress').length),
    [1, 0]
  )
})

test('policies are found by the labels of the pod', () => {
  const policies = Array.from(
    { length: 40 },
    (_, index) => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: p${index}, namespace: shop}
spec: {podSelector: {matchExpressions: [{key: app, operator: In, values: [a${index}]}]}}`
  )
  const network = new Network(estateOf(policies.join('\n---')))
  const namespace = network.namespaces.named('shop')
  const names = network.isolating({ namespace, labels: { app: 'a7', tier: 'x' } }, 'ingress')
  assert.deepEqual(
    names.map(({ resource }) => resource.name),
    ['p7']
  )
})

describe('default deny', () => {
  const shop = (specs: readonly string[], direction: Direction): string => {
    const network = new Network(
      estateOf(
        specs
          .map(
            (spec, index) =>
              `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p${index}, namespace: shop}\nspec: ${spec}`
          )
          .join('\n---\n')
      )
    )
    return defaultDeny(network, network.namespaces.named('shop'), direction).is
  }

  test('needs a policy on every pod in that direction', () => {
    assert.equal(shop([], 'ingress'), 'allowed')
    assert.equal(shop(['{podSelector: {}}'], 'ingress'), 'denied')
    assert.equal(shop(['{podSelector: {}}'], 'egress'), 'allowed')
    assert.equal(shop(['{podSelector: {matchLabels: {app: web}}}'], 'ingress'), 'allowed')
  })

  test('is undone by a policy that allows every pod everything, and by nothing less', () => {
    const deny = '{podSelector: {}, policyTypes: [Ingress, Egress]}'
    assert.equal(shop([deny, '{podSelector: {}, ingress: [{}]}'], 'ingress'), 'opened')
    assert.equal(shop([deny, '{podSelector: {}, egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0}}]}]}'], 'egress'), 'opened')
    assert.equal(shop([deny, '{podSelector: {matchLabels: {app: web}}, ingress: [{}]}'], 'ingress'), 'denied')
    assert.equal(shop([deny, '{podSelector: {}, egress: [{ports: [{port: 443}]}]}'], 'egress'), 'denied')
  })

  test('is unclear where a policy cannot be understood', () => {
    assert.equal(shop(['{podSelector: {matchExpressions: [{}]}}'], 'ingress'), 'unclear')
  })
})
