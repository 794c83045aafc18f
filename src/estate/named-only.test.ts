import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Mapping } from './mapping.ts'
import { namedOnly } from './named-only.ts'
import { lastingName } from './owners.ts'
import { makeResource, type Resource } from './resource.ts'

const metadata = {
  name: 'a-name-of-some-length',
  namespace: 'shop',
  uid: 'f2d3',
  labels: { app: 'web', 'pod-template-hash': '5d4f', number: 1 },
  annotations: { much: 'x'.repeat(1000) },
  ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web-5d4f', uid: 'a1', controller: true }]
}

function pod(file: string | null, own: Mapping = metadata): Resource {
  return makeResource('v1', 'Pod', { metadata: own, spec: { containers: [] } }, { file, document: 0, prefix: [] })
}

test('names, origin and labels stay of an object, and nothing of what it says', () => {
  const whole = pod('web.yaml')
  const { object, ...named } = namedOnly(whole)
  const { object: _, ...expected } = whole
  assert.deepEqual(named, expected)
  assert.equal(named.origin, whole.origin)
  assert.deepEqual(object, { metadata: { labels: metadata.labels } })
  assert.deepEqual(namedOnly(pod('web.yaml', { name: 'web' })).object, {})
})

test('of a live object it stays known who made it', () => {
  const whole = pod(null)
  const { labels, uid, ownerReferences } = metadata
  assert.deepEqual(namedOnly(whole).object, { metadata: { labels, uid, ownerReferences } })
  assert.equal(lastingName(namedOnly(whole)), lastingName(whole))
})
