import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Estate } from './estate.ts'
import type { Mapping } from './mapping.ts'
import { controllerOf, controllersAbove, rootController } from './owners.ts'
import { makeResource, type Resource } from './resource.ts'
import { labelSelector } from './selectors.ts'

function resource(type: string, name: string, metadata: Mapping = {}): Resource {
  const [apiVersion = '', kind = ''] = type.split(' ')
  const object = { apiVersion, kind, metadata: { name, namespace: 'shop', ...metadata } }
  return makeResource(apiVersion, kind, object, { file: null, document: 0, prefix: [] })
}

function owner({ apiVersion, kind, name }: Resource, uid?: string): Mapping {
  return { apiVersion, kind, name, controller: true, ...(uid !== undefined && { uid }) }
}

function estateOf(...resources: Resource[]): Estate {
  const estate = new Estate()
  for (const each of resources) estate.add(each)
  return estate
}

describe('Estate', () => {
  test('answers by kind, group, namespace, name and label', () => {
    const web = resource('apps/v1 Deployment', 'web', { labels: { app: 'web' } })
    const other = resource('example.com/v1 Deployment', 'web')
    const role = resource('rbac.authorization.k8s.io/v1 ClusterRole', 'admin', { namespace: undefined })
    const estate = estateOf(web, other, role)
    assert.deepEqual(estate.resources, [web, other, role])
    assert.deepEqual(estate.ofKind('Deployment'), [web, other])
    assert.deepEqual(estate.ofKind('Deployment', 'apps'), [web])
    assert.deepEqual(estate.ofKind('Pod'), [])
    assert.deepEqual(estate.inNamespace('shop'), [web, other])
    assert.deepEqual(estate.inNamespace(null), [role])
    assert.deepEqual(estate.namespaces(), ['shop'])
    assert.deepEqual(estate.named({ kind: 'Deployment', namespace: 'shop', name: 'web', group: 'apps' }), [web])
    assert.deepEqual(estate.named({ kind: 'ClusterRole', namespace: null, name: 'admin' }), [role])
    assert.deepEqual(estate.labelled('app'), [web])
    assert.deepEqual(estate.labelled('app', 'web'), [web])
    assert.deepEqual(estate.labelled('app', 'api'), [])
  })

  test('keeps an index that was asked up to date', () => {
    const estate = estateOf(resource('v1 Pod', 'a'))
    assert.equal(estate.ofKind('Pod').length, 1)
    estate.add(resource('v1 Pod', 'b'))
    assert.deepEqual(
      estate.ofKind('Pod').map(({ name }) => name),
      ['a', 'b']
    )
  })

  test('selects by labels within a namespace', () => {
    const here = resource('v1 Pod', 'a', { labels: { app: 'web' } })
    const elsewhere = resource('v1 Pod', 'b', { labels: { app: 'web' }, namespace: 'other' })
    const matcher = labelSelector({ matchLabels: { app: 'web' } })
    assert.ok(typeof matcher === 'function')
    assert.deepEqual(estateOf(here, elsewhere).select('Pod', 'shop', matcher), [here])
  })
})

describe('owners', () => {
  const deployment = resource('apps/v1 Deployment', 'web', { uid: 'd' })
  const replicas = resource('apps/v1 ReplicaSet', 'web-1', { uid: 'r', ownerReferences: [owner(deployment, 'd')] })
  const pod = resource('v1 Pod', 'web-1-x', { ownerReferences: [owner(replicas, 'r')] })

  test('resolve to the controller at the top', () => {
    const estate = estateOf(pod, replicas, deployment)
    assert.deepEqual(controllersAbove(estate, pod), [replicas, deployment])
    assert.equal(rootController(estate, pod), deployment)
    assert.equal(rootController(estate, deployment), deployment)
    assert.deepEqual(estate.ownedBy(deployment), [replicas])
    assert.deepEqual(estate.ownedBy(pod), [])
  })

  test('the uid decides between two of the same name', () => {
    const old = resource('apps/v1 Deployment', 'web', { uid: 'older' })
    const estate = estateOf(old, deployment, replicas)
    assert.equal(rootController(estate, replicas), deployment)
    assert.deepEqual(estate.ownedBy(old), [])
  })

  test('stay within the namespace', () => {
    const elsewhere = resource('apps/v1 Deployment', 'web', { namespace: 'other' })
    const owned = resource('apps/v1 ReplicaSet', 'r', { ownerReferences: [owner(elsewhere)] })
    const estate = estateOf(elsewhere, owned)
    assert.equal(rootController(estate, owned), owned)
    assert.deepEqual(estate.ownedBy(elsewhere), [])
  })

  test('a chain that returns to itself ends', () => {
    const a = resource('v1 Pod', 'a')
    const b = resource('v1 Pod', 'b', { ownerReferences: [owner(a)] })
    const first = resource('v1 Pod', 'a', { ownerReferences: [owner(b)] })
    assert.deepEqual(controllersAbove(estateOf(first, b), first), [b])
  })

  test('ill-formed references are not owners', () => {
    assert.equal(controllerOf(resource('v1 Pod', 'a', { ownerReferences: ['x', { kind: 'Y' }, null] })), undefined)
    assert.equal(controllerOf(resource('v1 Pod', 'a', { ownerReferences: 'x' })), undefined)
  })
})
