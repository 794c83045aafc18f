import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { frameworks } from '../src/controls/frameworks/frameworks.ts'
import { coverage, coverageDocument, versionsOf } from './coverage.ts'

test('docs/coverage.md is current', () => {
  const written = readFileSync(join(import.meta.dirname, '../docs/coverage.md'), 'utf8')
  assert.equal(written, coverageDocument(), 'run make generate')
})

describe('every item is answered by a control, or says what a person has to show', () => {
  for (const framework of frameworks) {
    for (const version of versionsOf(framework)) {
      test(`${framework.name} ${version}`, () => {
        const open = coverage(framework, version).filter(
          ({ item, controls }) => controls.length === 0 && item.evidence === undefined
        )
        assert.deepEqual(
          open.map(({ item }) => item.id),
          []
        )
      })
    }
  }
})
