import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeResource } from '../../estate/resource.ts'
import { writtenByFabric } from './written-by-fabric.ts'

function labelled(labels: Readonly<Record<string, string>>): string | null {
  const object = { metadata: { name: 'orders', labels } }
  return writtenByFabric(makeResource('apps/v1', 'Deployment', object, { file: 'a.yaml', document: 0, prefix: [] }))
}

test('what Runtime Fabric or its chart writes is changed elsewhere', () => {
  assert.match(labelled({ 'rtf.mulesoft.com/id': 'a' }) ?? '', /rtf template/)
  const chart = { 'app.kubernetes.io/instance': 'runtime-fabric', 'app.kubernetes.io/managed-by': 'Helm' }
  assert.match(labelled(chart) ?? '', /chart's values/)
  assert.equal(labelled({ 'app.kubernetes.io/instance': 'shop', 'app.kubernetes.io/managed-by': 'Helm' }), null)
})
