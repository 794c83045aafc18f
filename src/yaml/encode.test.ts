import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeText } from './decode.ts'
import { encodeLike } from './encode.ts'

const text = 'name: café 🌊\r\nlast'
const encodings: Readonly<Record<string, Buffer>> = {
  'UTF-8': Buffer.from(text),
  'UTF-8 with a mark': Buffer.from(`\ufeff${text}`),
  'UTF-16, little end first': Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16, little end first, without a mark': Buffer.from(text, 'utf16le'),
  'UTF-16, big end first': Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'UTF-16, big end first, without a mark': Buffer.from(text, 'utf16le').swap16()
}

for (const [name, bytes] of Object.entries(encodings)) {
  test(`what was decoded from ${name} gives the same bytes`, () => {
    const decoded = decodeText(bytes)
    assert.ok('text' in decoded)
    assert.deepEqual(Buffer.from(encodeLike(bytes, decoded.text)), bytes)
  })
}
