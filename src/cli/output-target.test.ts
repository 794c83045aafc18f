import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { outputTargets } from './output-target.ts'
import { UserError } from './user-error.ts'

const formats = ['text', 'json'] as const
const targets = (...given: string[]) => outputTargets(given, formats, 'text')

describe('outputTargets', () => {
  test('text on standard output where nothing is asked for', () => {
    assert.deepEqual(targets(), [{ format: 'text', file: null }])
  })

  test('several reports, each to its own place', () => {
    assert.deepEqual(targets('text', 'json=a=b.json'), [
      { format: 'text', file: null },
      { format: 'json', file: 'a=b.json' }
    ])
  })

  test('refuses an unknown format, an empty file name and two reports to one place', () => {
    assert.throws(() => targets('jsn'), new UserError('--output jsn: must be one of text, json; did you mean "json"?'))
    assert.throws(() => targets('json='), /names no file/)
    assert.throws(() => targets('json', 'text'), /two reports go to standard output/)
  })
})
