import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatPath, valueAt } from './path.ts'

test('valueAt walks mappings and lists, own properties only', () => {
  const root = { spec: { containers: [{ image: 'a' }] } }
  assert.equal(valueAt(root, ['spec', 'containers', 0, 'image']), 'a')
  assert.equal(valueAt(root, []), root)
  for (const path of [['spec', 'containers', 1], ['spec', 0], ['spec', 'containers', 'length'], ['toString']]) {
    assert.equal(valueAt(root, path), undefined)
  }
})

test('formatPath writes paths as users do', () => {
  assert.equal(formatPath(['spec', 'containers', 0, 'image']), 'spec.containers[0].image')
  assert.equal(formatPath(['items', 3, 'metadata']), 'items[3].metadata')
  assert.equal(formatPath(['metadata', 'annotations', 'a.b/c']), 'metadata.annotations["a.b/c"]')
  assert.equal(formatPath([]), '')
})
