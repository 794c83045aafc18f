import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Gathered, gatherResources } from './gather.ts'

const origin = { file: 'f.yaml', document: 2, prefix: [] }

function gather(value: unknown) {
  const into: Gathered = { resources: [], faults: [] }
  const isKubernetes = gatherResources(value, origin, into)
  return {
    isKubernetes,
    faults: into.faults,
    resources: into.resources,
    found: into.resources.map(({ kind, name, origin: { prefix } }) => [kind, name, ...prefix])
  }
}

function object(kind: string, name: string) {
  return { apiVersion: 'v1', kind, metadata: { name, namespace: 'shop' } }
}

describe('gatherResources', () => {
  test('reads the identity of an object', () => {
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { generateName: 'p-', namespace: '', name: 7 } }
    const [resource] = gather(pod).resources
    assert.deepEqual(resource, {
      apiVersion: 'v1',
      kind: 'Pod',
      namespace: null,
      name: null,
      generateName: 'p-',
      object: pod,
      origin
    })
    assert.equal(resource?.object, pod)
  })

  test('unfolds lists, nested and typed ones too', () => {
    const nested = { apiVersion: 'v1', kind: 'List', items: [object('Service', 'b')] }
    const list = { apiVersion: 'v1', kind: 'List', items: [object('Pod', 'a'), nested] }
    assert.deepEqual(gather(list).found, [
      ['Pod', 'a', 'items', 0],
      ['Service', 'b', 'items', 1, 'items', 0]
    ])
    const typed = { apiVersion: 'apps/v1', kind: 'DeploymentList', items: [{ metadata: { name: 'web' } }] }
    assert.equal(gather(typed).resources[0]?.kind, 'Deployment')
    assert.equal(gather(typed).resources[0]?.apiVersion, 'apps/v1')
    assert.deepEqual(gather({ apiVersion: 'v1', kind: 'List', items: [] }), {
      isKubernetes: true,
      faults: [],
      resources: [],
      found: []
    })
  })

  test('one bad item costs no other', () => {
    const { found, faults } = gather({
      apiVersion: 'v1',
      kind: 'List',
      items: [object('Pod', 'a'), 'text', null, { metadata: { name: 'x' }, kind: 'Pod' }, object('Pod', 'b')]
    })
    assert.deepEqual(found, [
      ['Pod', 'a', 'items', 0],
      ['Pod', 'b', 'items', 4]
    ])
    assert.deepEqual(
      faults.map(({ path }) => path),
      [
        ['items', 1],
        ['items', 2],
        ['items', 3]
      ]
    )
    assert.match(faults[2]?.message ?? '', /apiVersion is missing.*Pod/)
  })

  test('a list whose items are no list is a fault', () => {
    const { isKubernetes, faults } = gather({ apiVersion: 'v1', kind: 'List', items: { a: 1 } })
    assert.equal(isKubernetes, true)
    assert.deepEqual(faults[0]?.path, ['items'])
  })

  test('a custom kind that merely ends in List is an object', () => {
    const custom = { apiVersion: 'example.com/v1', kind: 'AllowList', metadata: { name: 'a' }, spec: {} }
    assert.deepEqual(gather(custom).found, [['AllowList', 'a']])
  })

  test('what is not for a cluster is not Kubernetes', () => {
    const foreign = [
      null,
      'text',
      7,
      [object('Pod', 'a')],
      { replicas: 2 },
      { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources: [] },
      { apiVersion: 'kubelet.config.k8s.io/v1beta1', kind: 'KubeletConfigurations' },
      { apiVersion: 'kubeadm.k8s.io/v1alpha1', kind: 'MasterConfiguration' },
      { apiVersion: 'v1', kind: 'Config', clusters: [] },
      { apiVersion: 'v2', name: 'chart', version: '1.0.0' }
    ]
    for (const value of foreign) {
      const { isKubernetes, faults, resources } = gather(value)
      assert.deepEqual([isKubernetes, faults.length, resources.length], [false, 0, 0], JSON.stringify(value))
    }
  })

  test('what configures a component needs no metadata', () => {
    const types = ['kubelet.config.k8s.io/v1beta1 KubeletConfiguration', 'audit.k8s.io/v1 Policy']
    for (const type of types) {
      const [apiVersion, kind] = type.split(' ')
      assert.deepEqual(gather({ apiVersion, kind }).found, [[kind, null]])
    }
  })

  test('an object for a cluster that lacks its type or metadata is a fault', () => {
    const metadata = { name: 'web' }
    const cases: [value: unknown, message: RegExp, resources: number][] = [
      [{ kind: 'Deployment', metadata }, /apiVersion is missing.*Deployment/, 0],
      [{ apiVersion: 1, kind: 'Deployment', metadata }, /apiVersion is not a string/, 0],
      [{ apiVersion: 'apps/v1', metadata }, /kind is missing.*apps\/v1/, 0],
      [{ apiVersion: 'apps/v1', kind: ['x'], metadata }, /kind is not a string/, 0],
      [{ apiVersion: 'apps/v1', kind: 'Deployment', spec: {} }, /metadata is missing/, 1]
    ]
    for (const [value, message, count] of cases) {
      const { faults, resources } = gather(value)
      assert.match(faults[0]?.message ?? '', message)
      assert.equal(faults[0]?.document, 2)
      assert.equal(resources.length, count)
    }
  })
})
