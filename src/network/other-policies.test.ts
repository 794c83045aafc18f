import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseYaml } from '../yaml/parse.ts'
import { parseAddress } from './address.ts'
import { calicoSelector } from './calico-selector.ts'
import { defaultDeny } from './default-deny.ts'
import { isRefusedEverywhere, waysOut } from './egress-address.ts'
import { estateOf } from './estate.fixture.ts'
import { Network } from './network.ts'

const metadata = parseAddress('169.254.169.254') ?? assert.fail()

function networkWith(apiVersion: string, kind: string, spec: string, namespace = 'shop'): Network {
  const scope = /Global|Clusterwide|Admin|ClusterNetwork/.test(kind) ? '' : `, namespace: ${namespace}`
  const policy = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: p${scope}}\nspec: ${spec}\n`
  const shop = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {team: a}}\n'
  return new Network(estateOf([parseYaml(`${shop}---\n${policy}`)]))
}

function deny(network: Network, namespace = 'shop'): string {
  const of = network.namespaces.named(namespace)
  return `${defaultDeny(network, of, 'ingress').is} ${defaultDeny(network, of, 'egress').is}`
}

describe('Cilium', () => {
  const cilium = (spec: string, kind = 'CiliumNetworkPolicy') => networkWith('cilium.io/v2', kind, spec)

  test('an empty rule denies, and a section that is absent or empty leaves its direction alone', () => {
    assert.equal(deny(cilium('{endpointSelector: {}, ingress: [{}]}')), 'denied allowed')
    assert.equal(deny(cilium('{endpointSelector: {}, ingress: [], egress: [{toEndpoints: [{}]}]}')), 'allowed denied')
    assert.equal(deny(cilium('{endpointSelector: {matchLabels: {app: web}}, ingress: [{}]}')), 'allowed allowed')
    assert.equal(
      deny(cilium('{endpointSelector: {}, egressDeny: [{toEntities: [world]}], enableDefaultDeny: {egress: false}}')),
      'allowed allowed'
    )
  })

  test('everyone is everyone', () => {
    assert.equal(deny(cilium('{endpointSelector: {}, ingress: [{fromEntities: [all]}]}')), 'opened allowed')
    assert.equal(deny(cilium('{endpointSelector: {}, egress: [{toEntities: [world]}]}')), 'allowed opened')
  })

  test('a clusterwide policy may name namespaces by their name and labels', () => {
    const kind = 'CiliumClusterwideNetworkPolicy'
    const byName =
      'matchExpressions: [{key: "k8s:io.kubernetes.pod.namespace", operator: NotIn, values: [kube-system]}]'
    assert.equal(deny(cilium(`{endpointSelector: {${byName}}, ingress: [{}]}`, kind)), 'denied allowed')
    assert.equal(deny(cilium(`{endpointSelector: {${byName}}, ingress: [{}]}`, kind), 'kube-system'), 'allowed allowed')
    const byLabel = 'matchLabels: {"k8s:io.cilium.k8s.namespace.labels.team": a}'
    assert.equal(deny(cilium(`{endpointSelector: {${byLabel}}, ingress: [{}]}`, kind)), 'denied allowed')
    assert.equal(deny(cilium('{nodeSelector: {}, ingress: [{}]}', kind)), 'allowed allowed')
  })

  test('what only Cilium knows of a pod leaves the policy unclear', () => {
    const spec = '{endpointSelector: {matchLabels: {io.cilium.k8s.policy.serviceaccount: web}}, ingress: [{}]}'
    assert.equal(deny(cilium(spec)), 'unclear allowed')
  })

  test('pods are selected by labels with and without their source', () => {
    const network = cilium('{endpointSelector: {matchLabels: {"k8s:app": web}}, ingress: [{}]}')
    const namespace = network.namespaces.named('shop')
    assert.equal(network.isolating({ namespace, labels: { app: 'web' } }, 'ingress').length, 1)
    assert.equal(network.isolating({ namespace, labels: { app: 'db' } }, 'ingress').length, 0)
  })

  test('blocks, exceptions and refusals count for addresses', () => {
    const ways = (spec: string): number => {
      const [policy] = cilium(spec).policies
      return policy === undefined ? -1 : waysOut(policy, metadata, 'TCP', 80).length
    }
    assert.equal(ways('{endpointSelector: {}, egress: [{toCIDR: [169.254.169.254]}]}'), 1)
    assert.equal(
      ways('{endpointSelector: {}, egress: [{toCIDRSet: [{cidr: 0.0.0.0/0, except: [169.254.0.0/16]}]}]}'),
      0
    )
    assert.equal(
      ways('{endpointSelector: {}, egress: [{toEntities: [world], toPorts: [{ports: [{port: "443"}]}]}]}'),
      0
    )
    assert.equal(ways('{endpointSelector: {}, egress: [{toEntities: [world], toPorts: [{ports: [{port: "80"}]}]}]}'), 1)
    assert.equal(ways('{endpointSelector: {}, egress: [{toPorts: [{ports: [{port: "80", protocol: ANY}]}]}]}'), 1)
    const refusing =
      '{endpointSelector: {}, egress: [{toEntities: [all]}], egressDeny: [{toCIDR: [169.254.169.254/32]}]}'
    assert.equal(ways(refusing), 0)
    const network = cilium(refusing)
    assert.ok(isRefusedEverywhere(network, network.namespaces.named('shop'), metadata))
  })
})

describe('Calico', () => {
  const calico = (spec: string, kind = 'GlobalNetworkPolicy') => networkWith('projectcalico.org/v3', kind, spec)

  test('a policy without rules denies in the directions of its types', () => {
    assert.equal(deny(calico('{types: [Ingress, Egress]}')), 'denied denied')
    assert.equal(deny(calico('{selector: all(), types: [Egress]}')), 'allowed denied')
    assert.equal(deny(calico('{}')), 'denied allowed')
    assert.equal(deny(calico('{selector: "app == \'web\'", types: [Ingress]}')), 'allowed allowed')
    assert.equal(deny(calico('{types: [Ingress]}', 'NetworkPolicy')), 'denied allowed')
  })

  test('namespaces are named by a label of the pod or by a selector', () => {
    const spec = `{selector: "projectcalico.org/namespace not in {'kube-system', 'calico-system'}", types: [Ingress]}`
    assert.equal(deny(calico(spec)), 'denied allowed')
    assert.equal(deny(calico(spec), 'kube-system'), 'allowed allowed')
    assert.equal(deny(calico(`{namespaceSelector: "team == 'a'", types: [Ingress]}`)), 'denied allowed')
    assert.equal(deny(calico(`{namespaceSelector: "team == 'b'", types: [Ingress]}`)), 'allowed allowed')
  })

  test('a rule without a condition allows everything, and a selector of more than plain conditions is unclear', () => {
    assert.equal(deny(calico('{types: [Ingress], ingress: [{action: Allow}]}')), 'opened allowed')
    assert.equal(deny(calico(`{selector: "a == 'b' || c == 'd'", types: [Ingress]}`)), 'unclear allowed')
  })

  test('nets, their exceptions and ports count for addresses', () => {
    const ways = (rule: string): number => {
      const [policy] = calico(`{types: [Egress], egress: [${rule}]}`).policies
      return policy === undefined ? -1 : waysOut(policy, metadata, 'TCP', 80).length
    }
    assert.equal(ways('{action: Allow, destination: {nets: [0.0.0.0/0]}}'), 1)
    assert.equal(ways('{action: Allow, destination: {notNets: [169.254.0.0/16]}}'), 0)
    assert.equal(ways('{action: Allow, protocol: TCP, destination: {ports: [53, "8000:9000"]}}'), 0)
    assert.equal(ways('{action: Allow, protocol: TCP, destination: {ports: ["1:100"]}}'), 1)
    assert.equal(ways('{action: Deny, destination: {nets: [169.254.169.254/32]}}, {action: Allow}'), 0)
  })

  test('selectors are conditions joined by &&', () => {
    const matches = (text: string, labels: Record<string, string>) => calicoSelector(text)?.matches(labels)
    assert.equal(matches("a == 'b' && has(c)", { a: 'b', c: '' }), true)
    assert.equal(matches('a != "b"', {}), true)
    assert.equal(matches("a in {'x', 'y'}", { a: 'y' }), true)
    assert.equal(matches("a not in {'x'}", {}), true)
    assert.equal(matches('!has(a)', { a: '' }), false)
    assert.equal(matches("a starts with 'b'", {}), undefined)
  })
})

describe('policies of administrators', () => {
  const group = 'policy.networking.k8s.io'
  const everyone = '[{namespaces: {}}]'
  const everywhere = '[{namespaces: {}}, {networks: [0.0.0.0/0]}]'

  test('deny by a rule that refuses everyone', () => {
    const spec = `{subject: {namespaces: {}}, ingress: [{action: Deny, from: ${everyone}}], egress: [{action: Deny, to: ${everywhere}}]}`
    assert.equal(deny(networkWith(`${group}/v1alpha1`, 'BaselineAdminNetworkPolicy', spec)), 'denied denied')
    assert.equal(deny(networkWith(`${group}/v1alpha2`, 'ClusterNetworkPolicy', spec)), 'denied denied')
    const inside = `{subject: {namespaces: {}}, egress: [{action: Deny, to: ${everyone}}]}`
    assert.equal(deny(networkWith(`${group}/v1alpha1`, 'BaselineAdminNetworkPolicy', inside)), 'allowed allowed')
  })

  test('a rule before it that is about everyone overtakes it', () => {
    for (const action of ['Pass', 'Allow', 'Accept']) {
      const spec = `{subject: {namespaces: {}}, ingress: [{action: ${action}, from: ${everyone}}, {action: Deny, from: ${everyone}}]}`
      assert.equal(deny(networkWith(`${group}/v1alpha1`, 'AdminNetworkPolicy', spec)), 'allowed allowed')
    }
  })

  test('are about the namespaces and pods of their subject', () => {
    const of = (subject: string) =>
      deny(
        networkWith(
          `${group}/v1alpha1`,
          'AdminNetworkPolicy',
          `{subject: ${subject}, ingress: [{action: Deny, from: ${everyone}}]}`
        )
      )
    assert.equal(of('{namespaces: {matchLabels: {team: a}}}'), 'denied allowed')
    assert.equal(of('{namespaces: {matchLabels: {team: b}}}'), 'allowed allowed')
    assert.equal(of('{pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: web}}}}'), 'allowed allowed')
    assert.equal(of('{pods: {namespaceSelector: {}, podSelector: {}}}'), 'denied allowed')
  })

  test('may refuse an address alone', () => {
    const spec = '{subject: {namespaces: {}}, egress: [{action: Deny, to: [{networks: [169.254.169.254/32]}]}]}'
    const network = networkWith(`${group}/v1alpha1`, 'AdminNetworkPolicy', spec)
    assert.ok(isRefusedEverywhere(network, network.namespaces.named('shop'), metadata))
  })
})
