import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DecodingProblem, decodeText } from './decode.ts'

const text = 'a: "é😀"\n'
const utf16le = Buffer.from(text, 'utf16le')

function utf16be(source: string): Buffer {
  return Buffer.from(source, 'utf16le').swap16()
}

function problemOf(bytes: Uint8Array): DecodingProblem {
  const decoded = decodeText(bytes)
  assert.ok('problem' in decoded)
  return decoded
}

test('reads UTF-8, with and without a mark', () => {
  assert.deepEqual(decodeText(Buffer.from('a: 1\n')), { text: 'a: 1\n' })
  assert.deepEqual(decodeText(Buffer.from(text)), { text })
  assert.deepEqual(decodeText(Buffer.from(`\ufeff${text}`)), { text })
  assert.deepEqual(decodeText(new Uint8Array()), { text: '' })
  assert.deepEqual(decodeText(new Uint8Array(Buffer.from(`xx${text}`)).subarray(2)), { text })
})

test('reads UTF-16 of both orders, with and without a mark', () => {
  assert.deepEqual(decodeText(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le])), { text })
  assert.deepEqual(decodeText(Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be(text)])), { text })
  assert.deepEqual(decodeText(utf16le), { text })
  assert.deepEqual(decodeText(utf16be(text)), { text })
})

test('tells binary files, and where they are no text', () => {
  for (const [bytes, place] of [
    [Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]), [1, 8]],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), [3, 1]],
    [Buffer.from([0x1f, 0x8b, 8, 8, 1, 2, 3, 4]), [1, 2]],
    [Buffer.from('a: 1\nb: \0'), [2, 4]],
    [Buffer.from('a: 1\r\n\0'), [2, 1]],
    [Buffer.from([0xff, 0xfe, 0x0a, 0x00, 0x00, 0xd8]), [2, 1]]
  ] as const) {
    const { problem, ...where } = problemOf(bytes)
    assert.match(problem, /binary|UTF-16/)
    assert.deepEqual(Object.values(where), place)
  }
})

test('says where text is not UTF-8', () => {
  assert.deepEqual(problemOf(Buffer.from('kind: Pod\nname: caf\xe9\n', 'latin1')), {
    problem: 'not UTF-8 text: byte 0xE9 at offset 19. Save the file as UTF-8',
    line: 2,
    column: 10
  })
  const { problem, line, column } = problemOf(Buffer.concat([Buffer.from('name: é'), Buffer.from([0xe2, 0x82])]))
  assert.match(problem, /0xE2 at offset 8/)
  assert.deepEqual([line, column], [1, 8])
})
