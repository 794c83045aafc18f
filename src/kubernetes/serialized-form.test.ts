import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rootType } from './api-types.ts'
import { setDefaults } from './defaults/set-defaults.ts'
import { decoded, serialize } from './serialized-form.ts'

function written(apiVersion: string, kind: string, object: Record<string, unknown>): Record<string, unknown> {
  const type = rootType(apiVersion, kind)
  assert.ok(type)
  const made = decoded(type, object)
  serialize(type, made)
  return made
}

test('empty fields are left out or filled in as Go writes them', () => {
  const spec = { hostNetwork: false, nodeSelector: {}, nodeName: '', containers: [{ name: 'a', stdin: false }] }
  assert.deepEqual(written('v1', 'Pod', { spec }), {
    metadata: {},
    spec: { containers: [{ name: 'a', resources: {} }] },
    status: {}
  })
  assert.deepEqual(written('apps/v1', 'Deployment', {}).spec, {
    selector: null,
    strategy: {},
    template: { metadata: {}, spec: { containers: null } }
  })
})

test('what pointers hold stays, be it zero or false', () => {
  const spec = { replicas: 0, paused: false, selector: {}, template: {} }
  const { replicas, paused, selector } = written('apps/v1', 'Deployment', { spec }).spec as Record<string, unknown>
  assert.deepEqual([replicas, paused, selector], [0, undefined, {}])
})

test('unknown fields and nulls are gone, quantities and times canonical', () => {
  const resources = { limits: { cpu: 1.5, memory: '1024Mi' }, requests: null, typo: 1 }
  const object = {
    metadata: { creationTimestamp: '2026-01-02T03:04:05+01:00', labels: { a: null } },
    spec: { containers: [{ name: 'a', resources }], typo: {} }
  }
  assert.deepEqual(written('v1', 'Pod', object), {
    metadata: { creationTimestamp: '2026-01-02T02:04:05Z', labels: { a: '' } },
    spec: { containers: [{ name: 'a', resources: { limits: { cpu: '1500m', memory: '1Gi' } } }] },
    status: {}
  })
})

test('neither decoding nor defaults change what was given', () => {
  const object = { spec: { containers: [{ name: 'a', resources: { limits: { cpu: 1 } } }] } }
  const before = structuredClone(object)
  const type = rootType('v1', 'Pod')
  assert.ok(type)
  const made = decoded(type, object)
  setDefaults(type, made)
  serialize(type, made)
  assert.deepEqual(object, before)
})
