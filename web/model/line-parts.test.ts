import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { lineParts } from './line-parts.ts'

const place = (text: string, caret: number): string =>
  lineParts({ number: 1, text, caret })
    .filter(({ role }) => role === 'place')
    .map((part) => part.text)
    .join('')

describe('lineParts', () => {
  test('are the line again, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.option(fc.nat(40)), (text, caret) => {
        assert.equal(
          lineParts({ number: 1, text, caret })
            .map((part) => part.text)
            .join(''),
          text
        )
      })
    )
  })

  test('are key, value and comment', () => {
    assert.deepEqual(lineParts({ number: 1, text: '  - name: a#b # why', caret: null }), [
      { text: '  - ', role: 'plain' },
      { text: 'name:', role: 'key' },
      { text: ' a#b', role: 'plain' },
      { text: ' # why', role: 'comment' }
    ])
  })

  const places: readonly (readonly [string, number, string])[] = [
    ['  privileged: true # why', 14, 'true'],
    ['  securityContext:', 2, 'securityContext'],
    ['  a: {privileged: true, b: 1}', 18, 'true'],
    ['  a: {privileged: true, b: 1}', 6, 'privileged'],
    ['  add: [ALL, NET_RAW]', 13, 'NET_RAW'],
    ['  add: [ALL, NET_RAW]', 7, '[ALL, NET_RAW]'],
    ['  image: "web:1 # no comment"', 9, '"web:1 # no comment"'],
    ['  "hostPID": true,', 13, 'true,'],
    ['a', 9, '']
  ]
  for (const [text, caret, expected] of places) {
    test(`point to ${expected || 'nothing'} in ${text.trim()}`, () => assert.equal(place(text, caret), expected))
  }
})
