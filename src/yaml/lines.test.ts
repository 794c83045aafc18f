import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineTable } from './lines.ts'

test('counts lines and columns from 1, in UTF-16 units', () => {
  const text = 'ab\n\n😀c\n'
  const at = (offset: number) => Object.values(lineTable(text).at(offset))
  assert.deepEqual([0, 2, 3, 4, 6, 8].map(at), [
    [1, 1],
    [1, 3],
    [2, 1],
    [3, 1],
    [3, 3],
    [4, 1]
  ])
})

test('ends lines at LF, CR LF and CR', () => {
  const at = (offset: number) => lineTable('a\r\nb\rc\nd').at(offset).line
  assert.deepEqual([0, 3, 5, 7].map(at), [1, 2, 3, 4])
})

test('keeps the table of the text asked about last', () => {
  const text = 'a\nb'
  assert.equal(lineTable(text), lineTable('a\nb'))
  assert.notEqual(lineTable(text), lineTable('a\nc'))
})
