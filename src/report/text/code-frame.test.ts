import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { plainPaint } from '../paint.ts'
import { codeFrame } from './code-frame.ts'
import { SourceLines } from './source-lines.ts'

function frame(text: string, line: number, column: number, width: number | null = null): string[] {
  return codeFrame(new SourceLines(() => text), { file: 'a.yaml', line, column }, plainPaint, width)
}

describe('codeFrame', () => {
  test('points below the column, between its neighbours', () => {
    assert.deepEqual(frame('b:\n  a: 1\n  c: true\n  d: 2\n', 3, 6), [
      '  2 │   a: 1',
      '▸ 3 │   c: true',
      '    │      ^',
      '  4 │   d: 2'
    ])
  })

  test('shows no line of another part of the text', () => {
    assert.deepEqual(frame('- data:\n    password: hunter2\n- spec:\n', 3, 3), ['▸ 3 │ - spec:', '    │   ^'])
    assert.deepEqual(frame('- a:\n    b: 1\n- stringData:\n', 2, 5), ['  1 │ - a:', '▸ 2 │     b: 1', '    │     ^'])
  })

  test('shows no value that may be a secret', () => {
    assert.deepEqual(frame('- name: A\n  value: hunter2\n', 1, 3), [
      '▸ 1 │ - name: A',
      '    │   ^',
      '  2 │   value: •••'
    ])
  })

  test('shows the field alone that stands behind something concealed', () => {
    const text = '{"data":{"a":"hunter2"},"spec":{"hostPID":true}}'
    assert.deepEqual(frame(text, 1, text.indexOf('true') + 1), ['▸ 1 │ …"hostPID":true', '    │            ^'])
  })

  test('keeps to the width of a terminal', () => {
    const text = `a: {b: ${'x'.repeat(100)}, c: true}\nd: ${'y'.repeat(100)}\n`
    for (const column of [1, 60, text.indexOf('true') + 1]) {
      const lines = frame(text, 1, column, 40)
      assert.ok(lines.every((line) => line.length <= 40))
      assert.equal(lines[0]?.[lines[1]?.indexOf('^') ?? -1], text[column - 1])
    }
  })

  test('shows of a line that nobody reads the field alone', () => {
    const text = `{"a": "${'x'.repeat(5000)}", "env": {"value":"hunter2"}, "hostPID": true, "b": 1}`
    const place = text.indexOf('true') + 1
    assert.deepEqual(frame(text, 1, place), ['▸ 1 │ …"hostPID": true', '    │             ^'])
    assert.deepEqual(frame(text, 1, text.indexOf('"hunter2') + 1)[0], '▸ 1 │ …"value":•••')
  })

  test('lets no control character reach the terminal', () => {
    assert.deepEqual(frame('a: "\u001b[31m\u202e"', 1, 4)[0], '▸ 1 │ a: "�[31m�"')
  })

  test('counts lines as positions do', () => {
    assert.deepEqual(frame('# \u2028 \u0085\r\na: 1\rb: 2', 3, 1), ['  2 │ a: 1', '▸ 3 │ b: 2', '    │ ^'])
  })

  test('shows nothing for a line that is gone', () => {
    assert.deepEqual(frame('', 7, 1), [])
  })
})
