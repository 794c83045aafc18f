import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderIssue, Source } from './source.ts'

test('offsets count code points, indices UTF-16 units', () => {
  const source = new Source('a😀b😀c')
  assert.equal(source.length, 5)
  assert.deepEqual(
    [0, 1, 3, 4, 6].map((index) => source.offsetOf(index)),
    [0, 1, 2, 3, 4]
  )
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((offset) => source.indexOf(offset)),
    [0, 1, 3, 4, 6]
  )
})

test('positions count lines and columns from 1', () => {
  const source = new Source('1 +\n  😀 + x')
  assert.deepEqual(source.positionOf(0), { line: 1, column: 1 })
  assert.deepEqual(source.positionOf(6), { line: 2, column: 3 })
  assert.deepEqual(source.positionOf(10), { line: 2, column: 7 })
})

test('an issue is shown with its line and a caret', () => {
  const issue = { stage: 'check', message: "undeclared reference to 'slef'", suggestion: 'self', offset: 9 } as const
  assert.equal(
    renderIssue(issue, new Source('true &&\n\tslef.x')),
    "2:2: undeclared reference to 'slef', did you mean 'self'?\n |  slef.x\n |  ^"
  )
})

test('of a long line the part around the caret is shown', () => {
  const issue = { stage: 'parse', message: 'wrong', offset: 500 } as const
  const [, line = '', caret = ''] = renderIssue(issue, new Source(`${'a'.repeat(500)}!${'b'.repeat(500)}`)).split('\n')
  assert.ok(line.length < 130)
  assert.equal(line[caret.indexOf('^')], '!')
})
