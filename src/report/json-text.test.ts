import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jsonOf, jsonString } from './json-text.ts'

test('writes any text so that it reads back', () => {
  for (const text of ['', 'a "b" \\ c', 'tab\t\u001b[31m', 'a\u009b31m\u202eb\u2028', '日本 😀', '\ud800 alone']) {
    assert.equal(JSON.parse(jsonString(text)), text)
    assert.equal(jsonOf(text), jsonString(text))
  }
})

test('leaves nothing for a terminal to act on', () => {
  assert.equal(jsonString('\u001b\u007f\u009b\u202e'), '"\\u001b\\u007f\\u009b\\u202e"')
  assert.equal(jsonOf({ file: '\u009b' }), '{"file":"\\u009b"}')
})
