import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeBytes, decodeString } from './string-literal.ts'

test('escapes stand for code points', () => {
  assert.equal(decodeString(String.raw`'\a\b\f\n\r\t\v\\\'\"\`\?'`), '\x07\b\f\n\r\t\v\\\'"`?')
  assert.equal(decodeString(String.raw`"\x41\101\u00e9\U0001F600"`), 'AAé😀')
})

test('raw strings keep backslashes', () => {
  assert.equal(decodeString(String.raw`r'\d+\n'`), String.raw`\d+\n`)
  assert.equal(decodeString(`R"""a"b"""`), 'a"b')
})

test('line ends are line feeds', () => {
  assert.equal(decodeString("'''a\r\nb\rc'''"), 'a\nb\nc')
})

test('a surrogate is no code point', () => {
  assert.throws(() => decodeString(String.raw`'\ud800'`), /invalid unicode code point/)
  assert.throws(() => decodeString(String.raw`'\U00110000'`), /invalid unicode code point/)
})

test('bytes are text in UTF-8 and escaped bytes', () => {
  assert.deepEqual(decodeBytes(String.raw`b'é\xff\303'`), new Uint8Array([0xc3, 0xa9, 0xff, 0xc3]))
  assert.deepEqual(decodeBytes(String.raw`br'\x41'`), new TextEncoder().encode('\\x41'))
  assert.throws(() => decodeBytes(String.raw`b'\u0041'`), RangeError)
})
