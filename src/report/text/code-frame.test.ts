import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { plainPaint } from '../paint.ts'
import { codeFrame } from './code-frame.ts'
import { SourceLines } from './excerpt.ts'

function frame(text: string, line: number, column: number): string[] {
  return codeFrame(new SourceLines(() => text), { file: 'a.yaml', line, column }, plainPaint)
}

describe('codeFrame', () => {
  test('points below the column, between its neighbours', () => {
    assert.deepEqual(frame('a: 1\nb:\n  c: true\nd: 2\n', 3, 6), [
      '  2 │ b:',
      '▸ 3 │   c: true',
      '    │      ^',
      '  4 │ d: 2'
    ])
  })

  test('cuts a line that no terminal shows whole around its column', () => {
    const [pointed, caret] = frame(`a: ${'x'.repeat(5000)}`, 1, 3000)
    assert.ok((pointed ?? '').length < 200)
    assert.ok((caret ?? '').endsWith('^'))
  })

  test('lets no control character reach the terminal', () => {
    assert.deepEqual(frame('a: "\u001b[31m"', 1, 4)[0], '▸ 1 │ a: "�[31m"')
  })

  test('shows nothing for a line that is gone', () => {
    assert.deepEqual(frame('', 7, 1), [])
  })
})
