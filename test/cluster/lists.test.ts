import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type FakeCluster, type FakeObject, failure, startFakeServer } from './fake-api-server.ts'
import { connected, impatience, names, readEverything } from './reading.ts'

const namespace = (name: string): FakeObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, uid: `ns-${name}` }
})

function pods(count: number, namespace = 'shop'): FakeObject[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `pod-${String(index).padStart(4, '0')}`
    return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace, uid: `${namespace}-${name}` }, spec: {} }
  })
}

const deployment: FakeObject = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop', uid: 'd' },
  spec: { replicas: 2 }
}

async function everything(t: Parameters<typeof startFakeServer>[0], cluster: FakeCluster, reading = {}) {
  const server = await startFakeServer(t, cluster)
  const read = await readEverything(await connected(t, { server: server.url }), reading)
  return { ...read, asked: server.asked }
}

describe('listing a cluster', () => {
  test('gives objects with their type, controllers before pods, always in the same order', async (t) => {
    const objects = [...pods(2), deployment, namespace('shop')]
    const { resources, unread, errors } = await everything(t, { objects })
    assert.deepEqual(names(resources), [
      'Namespace shop',
      'Deployment shop/web',
      'Pod shop/pod-0000',
      'Pod shop/pod-0001'
    ])
    assert.deepEqual(
      resources.map(({ object }) => [object.apiVersion, object.kind]),
      [
        ['v1', 'Namespace'],
        ['apps/v1', 'Deployment'],
        ['v1', 'Pod'],
        ['v1', 'Pod']
      ]
    )
    assert.deepEqual([unread, errors], [[], []])
  })

  test('works the same with a server that knows no aggregated discovery', async (t) => {
    const objects = [...pods(2), deployment, namespace('shop')]
    const { resources } = await everything(t, { objects, old: true })
    assert.equal(resources.length, 4)
  })

  test('page by page, as many objects as the server is asked for', async (t) => {
    const { resources, sizes, asked } = await everything(t, { objects: pods(1203) })
    assert.equal(resources.length, 1203)
    assert.deepEqual(sizes, [500, 500, 203])
    const limits = asked.filter(({ path }) => path === '/api/v1/pods').map(({ query }) => query.get('limit'))
    assert.deepEqual(limits, ['500', '500', '500'])
  })

  test('in smaller pages where objects are large', async (t) => {
    const data = { file: 'x'.repeat(500_000) }
    const objects = Array.from({ length: 70 }, (_, index): FakeObject => {
      const name = `c${index}`
      return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop', uid: name }, data }
    })
    const { resources, sizes } = await everything(t, { objects })
    assert.equal(resources.length, 70)
    assert.deepEqual(sizes, [50, 8, 8, 4])
  })

  test('in smaller pages yet where a page is more than memory should hold', async (t) => {
    const data = { file: 'x'.repeat(8000) }
    const objects = Array.from({ length: 9 }, (_, index): FakeObject => {
      const name = `c${index}`
      return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop', uid: name }, data }
    })
    const read = async (largestAnswer: number) => {
      const { url } = await startFakeServer(t, { objects })
      return readEverything(await connected(t, { server: url }, { ...impatience, largestAnswer }))
    }
    assert.deepEqual((await read(30_000)).sizes, [3, 3, 3])
    const { sizes, errors } = await read(5000)
    assert.deepEqual(sizes, [])
    assert.match(errors[0]?.message ?? '', /^ConfigMap: an answer is larger than /)
  })

  test('anew where the server has forgotten the state, each object once', async (t) => {
    const objects = pods(1203)
    const { resources, unread, asked } = await everything(t, {
      objects,
      interfere: ({ path, query, times }) =>
        path === '/api/v1/pods' && query.get('continue') === '500' && times < 4
          ? failure(410, 'The provided continue parameter is too old', { reason: 'Expired' })
          : undefined
    })
    assert.equal(resources.length, 1203)
    assert.equal(new Set(names(resources)).size, 1203)
    assert.deepEqual(unread, [])
    assert.equal(asked.filter(({ path, query }) => path === '/api/v1/pods' && query.get('continue') === null).length, 2)
  })

  test('not for ever where it always forgets', async (t) => {
    const { resources, unread, errors } = await everything(t, {
      objects: [...pods(600), deployment],
      interfere: ({ path, query }) =>
        path === '/api/v1/pods' && query.has('continue') ? failure(410, 'too old') : undefined
    })
    assert.equal(resources.length, 501)
    assert.deepEqual(
      unread.map(({ kind, reason }) => [kind, reason]),
      [['Pod', 'the list expires again and again before it is read']]
    )
    assert.equal(errors.length, 1)
  })

  test('only of the wanted namespaces, which the server is asked for', async (t) => {
    const objects = [
      ...pods(2),
      ...pods(1, 'rtf'),
      ...pods(1, 'other'),
      namespace('shop'),
      namespace('rtf'),
      namespace('other')
    ]
    const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n1', uid: 'n1' } }
    const { resources, asked } = await everything(t, { objects: [...objects, node] }, { namespaces: ['shop', 'rtf'] })
    assert.deepEqual(names(resources), [
      'Namespace shop',
      'Namespace rtf',
      'Pod shop/pod-0000',
      'Pod shop/pod-0001',
      'Pod rtf/pod-0000',
      'Node n1'
    ])
    assert.ok(!asked.some(({ path }) => path === '/api/v1/pods' || path === '/api/v1/namespaces'))
  })

  test('with the kinds that the configuration names, in the version that it names', async (t) => {
    const rollout = (apiVersion: string): FakeObject => ({
      apiVersion,
      kind: 'Rollout',
      metadata: { name: apiVersion.replace('example.com/', ''), namespace: 'shop', uid: apiVersion }
    })
    const objects = [...pods(1), rollout('example.com/v1'), rollout('example.com/v1alpha1')]
    const of = async (apiVersion?: string) => {
      const workload = {
        kind: 'Rollout',
        path: 'spec.template.spec',
        ...(apiVersion === undefined ? {} : { apiVersion })
      }
      return names((await everything(t, { objects }, { workloads: [workload] })).resources)
    }
    assert.deepEqual(await of(), ['Rollout shop/v1', 'Pod shop/pod-0000'])
    assert.deepEqual(await of('example.com/v1alpha1'), ['Rollout shop/v1alpha1', 'Pod shop/pod-0000'])
    assert.deepEqual(await of('example.com/v2'), ['Pod shop/pod-0000'])
  })
})

describe('what is read of an object', () => {
  test('is not the bookkeeping of the API server', async (t) => {
    const annotations = { 'kubectl.kubernetes.io/last-applied-configuration': '{}', note: 'kept' }
    const metadata = { name: 'a', namespace: 'shop', uid: 'a', managedFields: [{ manager: 'kubectl' }], annotations }
    const { resources } = await everything(t, {
      objects: [{ apiVersion: 'v1', kind: 'Pod', metadata, spec: { hostPID: true } }]
    })
    assert.deepEqual(resources[0]?.object, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a', namespace: 'shop', uid: 'a', annotations: { note: 'kept' } },
      spec: { hostPID: true }
    })
  })

  test('is of a Secret its metadata and type alone, even where the server sends the values', async (t) => {
    const secret = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'a', namespace: 'shop', uid: 'a' },
      type: 'Opaque',
      data: { password: 'aHVudGVyMg==' },
      stringData: { password: 'hunter2' }
    }
    const { resources, asked } = await everything(t, { objects: [secret] })
    assert.deepEqual(resources[0]?.object, {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: secret.metadata,
      type: 'Opaque'
    })
    const accepts = asked.filter(({ path }) => path === '/api/v1/secrets').map(({ headers }) => headers.accept)
    assert.deepEqual(accepts, ['application/json;as=Table;g=meta.k8s.io;v=v1,application/json'])
  })
})
