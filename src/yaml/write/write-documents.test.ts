import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseYaml } from '../parse.ts'
import { writeDocuments } from './write-documents.ts'

describe('documents as text', () => {
  test('have the form that kubectl gives them, with comments above what they are about', () => {
    const value = {
      kind: 'A',
      spec: { list: [{ name: 'x', more: { deep: [1, '2', true] } }, 'plain'], none: [], nil: null }
    }
    const comments = [
      { path: [], lines: ['What it is.'] },
      { path: ['spec', 'list', 0], lines: ['The first.'] },
      { path: ['spec', 'list', 0, 'more'], lines: ['Two', '', 'paragraphs'] },
      { path: ['spec', 'list', 1], lines: ['The second.'] },
      { path: ['spec', 'none'], lines: ['Nothing.'] }
    ]
    assert.equal(
      writeDocuments([{ value, comments }]),
      `# What it is.
kind: A
spec:
  list:
  # The first.
  - name: x
    # Two
    #
    # paragraphs
    more:
      deep:
      - 1
      - "2"
      - true
  # The second.
  - plain
  # Nothing.
  none: []
  nil: null
`
    )
  })

  test('are parted by markers', () => {
    assert.equal(
      writeDocuments([
        { value: { a: 1 }, comments: [] },
        { value: {}, comments: [] }
      ]),
      'a: 1\n---\n{}\n'
    )
  })

  test('read as what was written, whatever the texts', () => {
    const texts = [
      '',
      'yes',
      '0644',
      '1e3',
      '- a',
      'a: b',
      '#',
      '*a',
      '12:30',
      ' x',
      'a\nb',
      '"',
      '~',
      'null',
      '0.0.0.0/0',
      '😀',
      '='
    ]
    const value = {
      texts,
      keys: Object.fromEntries(texts.map((text) => [text, text])),
      lists: [[['a'], []], { a: [[]] }]
    }
    const [document] = parseYaml(writeDocuments([{ value, comments: [] }]))
    assert.deepEqual(document?.value, value)
    assert.deepEqual(document?.problems, [])
  })

  test('wrap long comments at words', () => {
    const line = `${'word '.repeat(40)}end`
    const text = writeDocuments([
      { value: { a: { b: 1 } }, comments: [{ path: ['a', 'b'], lines: [line, `  ${line}`] }] }
    ])
    const comments = text.split('\n').filter((one) => one.trimStart().startsWith('#'))
    assert.ok(comments.length >= 6)
    assert.ok(
      comments.every((one) => one.length <= 100),
      text
    )
    assert.equal(comments.map((one) => one.replace('  #', '').trim()).join(' '), `${line} ${line}`)
  })
})
