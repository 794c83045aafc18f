import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeText } from './decode.ts'

const text = 'a: "é😀"\n'
const utf16le = Buffer.from(text, 'utf16le')

function utf16be(source: string): Buffer {
  return Buffer.from(source, 'utf16le').swap16()
}

function problemOf(bytes: Uint8Array): string {
  const decoded = decodeText(bytes)
  return 'problem' in decoded ? decoded.problem : ''
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

test('tells binary files', () => {
  for (const bytes of [
    Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]),
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
    Buffer.from([0x1f, 0x8b, 8, 8, 1, 2, 3, 4]),
    Buffer.from('a: 1\n\0'),
    Buffer.from([0xff, 0xfe, 0x00, 0xd8])
  ])
    assert.match(problemOf(bytes), /binary|UTF-16/)
})

test('says where text is not UTF-8', () => {
  assert.equal(
    problemOf(Buffer.from('kind: Pod\nname: caf\xe9\n', 'latin1')),
    'line 2 is not UTF-8: byte 0xE9 at offset 19. Save the file as UTF-8'
  )
  assert.match(
    problemOf(Buffer.concat([Buffer.from('name: é'), Buffer.from([0xe2, 0x82])])),
    /line 1 .* 0xE2 at offset 8/
  )
})
