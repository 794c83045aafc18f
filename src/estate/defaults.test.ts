import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultedVolume } from './defaults.ts'
import { dropNulls } from './nulls.ts'

test('a volume without a source is an emptyDir', () => {
  assert.deepEqual(defaultedVolume({ name: 'a' }), { name: 'a', emptyDir: {} })
  assert.deepEqual(defaultedVolume({ name: 'a', hostPath: null }), { name: 'a', hostPath: null, emptyDir: {} })
  assert.deepEqual(defaultedVolume({}), { emptyDir: {} })
})

test('a volume with a source stays the same object', () => {
  for (const source of ['hostPath', 'emptyDir', 'image', 'storageos', 'unknown']) {
    const volume = { name: 'a', [source]: {} }
    assert.equal(defaultedVolume(volume), volume)
  }
})

test('dropNulls removes null fields at any depth and leaves lists their length', () => {
  const value = { a: null, b: { c: null, d: 0 }, list: [null, { e: null, f: '' }, [{ g: null }]], h: false }
  dropNulls(value)
  assert.deepEqual(value, { b: { d: 0 }, list: [null, { f: '' }, [{}]], h: false })
})
