import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareVersions, valueAtVersion } from './version-order.ts'

test('versions are ordered by number, not by text', () => {
  assert.deepEqual(['1.10', '2.0', '1.9', '1.8'].sort(compareVersions), ['1.8', '1.9', '1.10', '2.0'])
  assert.equal(compareVersions('2', '2.0'), 0)
})

test('the highest version not above the wanted one counts', () => {
  const values = { '1.12': 'new', '1.8': 'old' }
  assert.equal(valueAtVersion(values, '1.8'), 'old')
  assert.equal(valueAtVersion(values, '1.11'), 'old')
  assert.equal(valueAtVersion(values, '1.12'), 'new')
  assert.equal(valueAtVersion(values, '2.0'), 'new')
  assert.equal(valueAtVersion(values, '1.7'), undefined)
})
