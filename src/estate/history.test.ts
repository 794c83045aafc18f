import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isHistory } from './history.ts'
import type { Mapping } from './mapping.ts'
import { makeResource } from './resource.ts'

const controller = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', uid: 'd', controller: true }

function history(kind: string, body: Mapping, owners: readonly Mapping[] = [controller]): boolean {
  const object = { apiVersion: 'v1', kind, metadata: { name: 'x', ownerReferences: owners }, ...body }
  return isHistory(makeResource('v1', kind, object, { file: null, document: 0, prefix: [] }))
}

test('what a controller made is history once it runs nothing any more', () => {
  assert.ok(history('Pod', { status: { phase: 'Succeeded' } }))
  assert.ok(history('Pod', { status: { phase: 'Failed' } }))
  assert.ok(!history('Pod', { status: { phase: 'Running' } }))
  assert.ok(!history('Pod', {}))
  assert.ok(history('Job', { status: { conditions: [{ type: 'Complete', status: 'True' }] } }))
  assert.ok(history('Job', { status: { conditions: [null, { type: 'Failed', status: 'True' }] } }))
  assert.ok(!history('Job', { status: { conditions: [{ type: 'Suspended', status: 'True' }] } }))
  assert.ok(history('ReplicaSet', { spec: { replicas: 0 }, status: { replicas: 0 } }))
  assert.ok(history('ReplicaSet', { spec: { replicas: 0 } }))
  assert.ok(!history('ReplicaSet', { spec: { replicas: 0 }, status: { replicas: 1 } }), 'its last pod still runs')
  assert.ok(!history('ReplicaSet', { spec: { replicas: 1 } }))
  assert.ok(!history('Deployment', { spec: { replicas: 0 } }))
})

test('what nobody controls is no history: nothing else says what runs next', () => {
  const ended = { status: { phase: 'Succeeded' } }
  assert.ok(!history('Pod', ended, []))
  assert.ok(!history('Pod', ended, [{ ...controller, controller: false }]))
})
