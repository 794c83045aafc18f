import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kinds, rootType, typeNamed } from './api-types.ts'

test('kinds are found by version and name', () => {
  assert.equal(rootType('apps/v1', 'Deployment')?.name, 'io.k8s.api.apps.v1.Deployment')
  assert.equal(rootType('v1', 'Pod'), typeNamed('io.k8s.api.core.v1.Pod'))
  for (const [apiVersion, kind] of [
    ['apps/v1', 'Pod'],
    ['v1', 'deployment'],
    ['', ''],
    ['v1 apps/v1', 'Pod']
  ] as const) {
    assert.equal(rootType(apiVersion, kind), undefined)
  }
  assert.ok(kinds().get('rbac.authorization.k8s.io/v1')?.has('ClusterRole'))
})

test('every built-in group is there', () => {
  const groups = new Set([...kinds().keys()].map((version) => version.replace(/\/?v\d.*$/, '')))
  for (const group of ['', 'apps', 'batch', 'policy', 'networking.k8s.io', 'rbac.authorization.k8s.io']) {
    assert.ok(groups.has(group), group)
  }
  assert.ok(groups.size > 20)
})

test('fields tell type and whether they are required', () => {
  const fields = typeNamed('io.k8s.api.core.v1.Container')?.fields
  assert.deepEqual(fields?.get('name'), { type: { kind: 'string' }, required: true })
  assert.deepEqual(fields?.get('args'), { type: { kind: 'list', element: { kind: 'string' } }, required: false })
  const resources = fields?.get('resources')?.type
  assert.ok(resources?.kind === 'object')
  assert.deepEqual(resources.type.fields.get('limits')?.type, { kind: 'map', value: { kind: 'quantity' } })
  assert.equal(fields?.get('constructor'), undefined)
})

test('every type can be read, and every name leads back to it', () => {
  const seen = new Set<string>()
  for (const [apiVersion, names] of kinds()) {
    for (const kind of names) {
      const type = rootType(apiVersion, kind)
      assert.equal(type, typeNamed(type?.name ?? ''))
      assert.equal(type?.fields.get('kind')?.type.kind, 'string', kind)
      seen.add(type?.name ?? '')
    }
  }
  assert.ok(seen.size > 150)
})
