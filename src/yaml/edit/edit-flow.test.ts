import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { edit, remove, set } from './edit.fixture.ts'

describe('in brackets on one line', () => {
  test('members are added as the others are written', () => {
    assert.equal(edit('a: {b: 1, c: 2} # c\n', set('a.d', 'x')), 'a: {b: 1, c: 2, d: x} # c\n')
    assert.equal(edit('a: { b: 1,c: 2 }\n', set('a.d', { e: [] })), 'a: { b: 1,c: 2,d: { e: [] } }\n')
    assert.equal(edit('a: [x, y,]\n', set('a.2', 'a, b')), 'a: [x, y, "a, b",]\n')
    assert.equal(edit('a: {"b":1,"c":2}\n', set('a.d', 'x')), 'a: {"b":1,"c":2,"d":"x"}\n')
    assert.equal(edit('a: {b: }\n', set('a.c', 1)), 'a: {b: , c: 1 }\n')
  })

  test('members are removed with their commas', () => {
    assert.equal(edit('a: {b: 1, c: 2, d: 3}\n', remove('a.b')), 'a: {c: 2, d: 3}\n')
    assert.equal(edit('a: {b: 1, c: 2, d: 3}\n', remove('a.c'), remove('a.d')), 'a: {b: 1}\n')
    assert.equal(edit('a: [x, y]\n', remove('a.0'), remove('a.1')), 'a: []\n')
    assert.equal(edit('a: {b: 1}\n', remove('a.b')), 'a: {}\n')
  })

  test('values are set', () => {
    assert.equal(edit('a: {b: , c: [1]}\n', set('a.b', 'x'), set('a.c', { d: 1 })), 'a: {b: x, c: {d: 1}}\n')
    assert.equal(edit('a: [b: c]\n', set('a.0.b', 'x')), 'a: [b: x]\n')
    assert.equal(edit('a: [b: c]\n', set('a.0.d', 'x')), 'a: [{b: c, d: x}]\n')
  })
})

describe('in brackets over several lines', () => {
  const text = 'a: {\n  b: 1, # of b\n  # about c\n  c: 2 # of c\n}\n'

  test('each member gets a line', () => {
    assert.equal(edit(text, set('a.d', 3)), 'a: {\n  b: 1, # of b\n  # about c\n  c: 2, # of c\n  d: 3\n}\n')
    assert.equal(edit('a: [\n  x,\n  y,\n]\n', set('a.2', 'z')), 'a: [\n  x,\n  y,\n  z,\n]\n')
  })

  test('members go with their lines, and comments stay', () => {
    assert.equal(edit(text, remove('a.b')), 'a: {\n  # of b\n  # about c\n  c: 2 # of c\n}\n')
    assert.equal(edit(text, remove('a.c')), 'a: {\n  b: 1 # of b\n  # about c\n  # of c\n}\n')
  })
})

describe('JSON', () => {
  test('is printed as it was', () => {
    assert.equal(
      edit('{\n    "a" : {},\n    "b" : [\n        1\n    ]\n}\n', set('a.c.d', 'x'), set('b.1', null)),
      '{\n    "a" : {\n        "c" : {\n            "d" : "x"\n        }\n    },\n    "b" : [\n        1,\n        null\n    ]\n}\n'
    )
    assert.equal(
      edit('{"a":[1,2],"b":{}}', set('a.2', { c: 'x' }), set('b.d', true)),
      '{"a":[1,2,{"c":"x"}],"b":{"d":true}}'
    )
  })

  test('never gets plain text', () => {
    assert.equal(edit('{"a": 1}', set('a', 'x')), '{"a": "x"}')
    assert.equal(edit('{}', set('a', ['x'])), '{"a": ["x"]}')
  })
})
