import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { withClusterKinds } from './cluster-kinds.ts'

test('docs/live-clusters.md lists every kind that is read', () => {
  const document = readFileSync(join(import.meta.dirname, '../docs/live-clusters.md'), 'utf8')
  assert.equal(document, withClusterKinds(document), 'run make generate')
  assert.match(document, /^\| Pod \| {2}\| what runs/m)
})

test('a document without a place for them is refused', () => {
  assert.throws(() => withClusterKinds('# Live clusters\n'), /no place/)
})
