import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { agent, application, estateOf, workerNamespace } from '../estate.fixture.ts'
import { documentedFacts } from '../facts/facts.ts'
import { factsWith } from '../facts/overrides.ts'
import { formatRtfVersion } from '../facts/version.ts'
import { findFabrics } from './fabric.ts'
import { rtfRoleName } from './role-name.ts'

function binding(kind: string, namespace: string | null, role: string, agentNamespace: string): string {
  return `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: {name: rtf-agent${namespace === null ? '' : `, namespace: ${namespace}`}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: "${role}"}
subjects: [{kind: ServiceAccount, name: rtf-agent, namespace: ${agentNamespace}}]
`
}

function configMap(namespace: string, ...names: readonly string[]): string {
  const data = names.map((name, index) => `N${index}: ${name}`).join(', ')
  return `---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: authorized-namespaces, namespace: ${namespace}}\ndata: {${data}}\n`
}

describe('instances of Runtime Fabric', () => {
  test('nothing of it is none', () => {
    const estate = estateOf('apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n')
    assert.deepEqual(findFabrics(estate, documentedFacts), { instances: [], definitions: [] })
  })

  test('several agents of one cluster keep their namespaces apart', () => {
    const estate = estateOf(
      agent('rtf'),
      agent('rtf-eu', 'registry.shop.example/mulesoft/rtf-agent-ubi:v2.8.10'),
      workerNamespace('production', 'rtf'),
      workerNamespace('europe', 'rtf-eu'),
      configMap('rtf', 'production', 'missing'),
      binding('RoleBinding', 'production', 'rtf:agent-rtf', 'rtf'),
      binding('ClusterRoleBinding', null, 'rtf:agent-rtf-eu', 'rtf-eu')
    )
    const [first, second, ...more] = findFabrics(estate, documentedFacts).instances
    assert.ok(first !== undefined && second !== undefined)
    assert.deepEqual(more, [])
    assert.deepEqual([first.namespace, second.namespace], ['rtf', 'rtf-eu'])
    assert.deepEqual(
      [first, second].map(({ version }) => version && formatRtfVersion(version.version)),
      ['3.0.277', '2.8.10']
    )
    const own = ({ name, labelled, listed, bound }: (typeof first.authorization.namespaces)[number]): unknown[] => [
      name,
      labelled,
      listed,
      bound
    ]
    assert.deepEqual(first.authorization.namespaces.map(own), [
      ['missing', false, true, false],
      ['production', true, true, true]
    ])
    assert.deepEqual(second.authorization.namespaces.map(own), [['europe', true, null, false]])
    assert.equal(first.authorization.everywhere.length, 0)
    assert.deepEqual(
      second.authorization.everywhere.map(({ kind }) => kind),
      ['ClusterRoleBinding']
    )
    assert.deepEqual([first.region?.region, second.region], ['us', null])
    assert.deepEqual(
      second.registries.map(({ host, kind }) => [host, kind]),
      [['registry.shop.example', 'own']]
    )
  })

  test('labels alone show an agent that was not read', () => {
    const [only] = findFabrics(estateOf(workerNamespace('production', 'rtf')), documentedFacts).instances
    assert.deepEqual([only?.namespace, only?.agent, only?.version], ['rtf', null, null])
    const [told] = findFabrics(
      estateOf(workerNamespace('production', 'rtf')),
      factsWith({ version: '2.7.5' })
    ).instances
    assert.equal(told?.version?.shownBy, 'bulwark.yaml')
  })

  test('a version stands in the chart where the image has none', () => {
    const digest = `registry.shop.example/rtf-agent@sha256:${'0'.repeat(64)}`
    const labelled = agent('rtf', digest).replace(
      '  namespace: rtf\n',
      '  namespace: rtf\n  labels: {helm.sh/chart: rtf-agent-2.11.0}\n'
    )
    const [fabric] = findFabrics(estateOf(labelled), documentedFacts).instances
    assert.deepEqual(fabric?.version, {
      version: { major: 2, minor: 11, patch: 0 },
      shownBy: 'label helm.sh/chart of the agent'
    })
  })

  test('a Deployment called agent is not one for its name', () => {
    const other = agent('tools', 'registry.shop.example/agent:1').replace('name: rtfd', 'name: main')
    assert.deepEqual(findFabrics(estateOf(other), documentedFacts).instances, [])
  })

  test('images of two control planes show no region', () => {
    const estate = estateOf(
      agent('rtf'),
      workerNamespace('production', 'rtf'),
      application({ namespace: 'production', name: 'orders' }).replace('kprod.msap.io', 'kprod-eu.msap.io')
    )
    const [fabric] = findFabrics(estate, documentedFacts).instances
    assert.equal(fabric?.region, null)
    assert.equal(fabric?.registries.length, 2)
  })
})

describe('names of cluster roles', () => {
  test('are known with and without the namespace behind them', () => {
    assert.equal(rtfRoleName(documentedFacts, 'rtf:agent'), 'rtf:agent')
    assert.equal(rtfRoleName(documentedFacts, 'rtf:agent-rtf-eu'), 'rtf:agent')
    assert.equal(rtfRoleName(documentedFacts, 'rtf:agent:common-rtf'), 'rtf:agent:common')
    assert.equal(rtfRoleName(documentedFacts, 'rtf:agents'), null)
    assert.equal(rtfRoleName(documentedFacts, 'cluster-admin'), null)
    const without = factsWith({ assume: { 'role-suffix': 'without' } })
    assert.equal(rtfRoleName(without, 'rtf:agent-rtf'), null)
  })
})
