import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseYaml } from '../parse.ts'
import type { Change } from './change.ts'
import { changed } from './changed.ts'
import { editDocument } from './edit-document.ts'

/** Edits the only document of a text, and checks that it then has the value that the changes ask for. */
function edit(text: string, ...changes: Change[]): string {
  const [document] = parseYaml(text)
  assert.ok(document !== undefined)
  const edited = editDocument(text, document, changes)
  assert.deepEqual(edited.refused, [])
  const [after] = parseYaml(edited.text)
  assert.deepEqual(after?.value, changed(document.value, changes))
  assert.deepEqual(after?.problems, [])
  assert.equal(editDocument(edited.text, after, changes).text, edited.text)
  return edited.text
}

describe('a scalar is set', () => {
  test('keeps what is around it', () => {
    assert.equal(
      edit('a:\n  b: true # why\n  c: 1\n', { path: ['a', 'b'], set: false }),
      'a:\n  b: false # why\n  c: 1\n'
    )
  })

  test('keeps quotes for strings alone', () => {
    assert.equal(edit("a: 'x'\n", { path: ['a'], set: 'true' }), "a: 'true'\n")
    assert.equal(edit("a: 'true'\n", { path: ['a'], set: true }), 'a: true\n')
  })
})

describe('a key is added', () => {
  test('behind the last one, with its indentation', () => {
    assert.equal(
      edit('spec:\n    a: 1 # one\n\n# next\nx: 2\n', { path: ['spec', 'b'], set: 'y' }),
      'spec:\n    a: 1 # one\n    b: "y"\n\n# next\nx: 2\n'
    )
  })

  test('with the mappings that lead to it', () => {
    assert.equal(
      edit('c:\n- name: app\n  image: x\n', { path: ['c', 0, 's', 'caps', 'drop', 0], set: 'ALL' }),
      'c:\n- name: app\n  image: x\n  s:\n    caps:\n      drop:\n      - ALL\n'
    )
  })

  test('to an empty value', () => {
    assert.equal(
      edit('a:   # of a\n  # later\nb: {}\n', { path: ['a', 'x'], set: 1 }, { path: ['b', 'x'], set: 1 }),
      'a:   # of a\n  x: 1\n  # later\nb:\n  x: 1\n'
    )
  })
})

test('a key is removed', () => {
  assert.equal(edit('a: 1\nb:\n  c: 2\nd: 3\n', { path: ['b'], remove: true }), 'a: 1\nd: 3\n')
})
