import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { scriptJson, scriptJsonParts } from './script-json.ts'

const hostile = ['</script>', '<!--<script>', ']]>', '&lt;', '\u2028\u2029', '<\0script', '$&$`', '\ud800']

describe('scriptJson', () => {
  test('is the same value, whatever it is', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => assert.deepEqual(JSON.parse(scriptJson(value)), copied(value))))
  })

  for (const text of hostile) {
    test(`holds ${JSON.stringify(text)} and stays data`, () => {
      const json = scriptJson({ [text]: [text] })
      assert.deepEqual(JSON.parse(json), { [text]: [text] })
      assert.doesNotMatch(json, /[<>&\u2028\u2029]/)
    })
  }
})

describe('scriptJsonParts', () => {
  test('are the same value in parts', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        assert.deepEqual(JSON.parse([...scriptJsonParts({ ...value })].join('')), copied(value))
      })
    )
  })

  test('have no part as long as a long list', () => {
    const list = Array.from({ length: 20_000 }, (_, index) => `text ${index}`)
    const parts = [...scriptJsonParts({ a: { list } })]
    assert.deepEqual(JSON.parse(parts.join('')), { a: { list } })
    assert.ok(Math.max(...parts.map(({ length }) => length)) < 100_000)
  })
})

/** As JSON has it: no negative zero, no prototype. */
function copied(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
