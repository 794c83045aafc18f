import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatTimestamp, parseTimestamp } from './timestamp.ts'

const readBack = (text: string): string | undefined => {
  const parsed = parseTimestamp(text)
  return parsed && formatTimestamp(parsed)
}

test('timestamps keep their zone and their nanoseconds', () => {
  for (const text of [
    '2024-02-29T12:00:00Z',
    '2024-01-01T00:00:00.123456789Z',
    '2024-01-01T00:00:00+02:00',
    '1969-12-31T23:59:59.5-00:30',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999999999Z'
  ])
    assert.equal(readBack(text), text)
})

test('a fraction loses its trailing zeros and what is below a nanosecond', () => {
  assert.equal(readBack('2024-01-01T00:00:00.1000000009Z'), '2024-01-01T00:00:00.1Z')
})

test('what is no moment is refused', () => {
  for (const text of ['2023-02-29T00:00:00Z', '2024-13-01T00:00:00Z', '2024-01-01T24:00:00Z', '2024-01-01', 'x']) {
    assert.equal(parseTimestamp(text), undefined, text)
  }
})
