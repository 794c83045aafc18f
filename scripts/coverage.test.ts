import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { coverageDocument } from './coverage.ts'

test('docs/coverage.md is current', () => {
  const written = readFileSync(join(import.meta.dirname, '../docs/coverage.md'), 'utf8')
  assert.equal(written, coverageDocument(), 'run make generate')
})
