import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sharedFolder } from './shared-folder.ts'

test('the shared folder is made of whole names', () => {
  assert.equal(sharedFolder([]), '')
  assert.equal(sharedFolder(['a/b/c.yaml']), 'a/b/')
  assert.equal(sharedFolder(['a/b/c.yaml', 'a/bc/d.yaml']), 'a/')
  assert.equal(sharedFolder(['/a/b.yaml', '/a/c/d.yaml']), '/a/')
  assert.equal(sharedFolder(['a/b.yaml', 'c/d.yaml']), '')
  assert.equal(sharedFolder(['a/b.yaml', 'standard input']), '')
})
