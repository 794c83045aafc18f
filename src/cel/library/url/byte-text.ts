/** Text as UTF-8, one character for each byte, as Go's URL functions see it. */
import { quoted } from '../quoted-text.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true })

export function toBytes(text: string): string {
  return /^[\0-\x7f]*$/.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1')
}

/** The text that the bytes spell; what is not UTF-8 becomes U+FFFD. */
export function toText(bytes: string): string {
  return /^[\0-\x7f]*$/.test(bytes) ? bytes : decoder.decode(Buffer.from(bytes, 'latin1'))
}

/** The bytes as Go's `%q` prints them: what is not UTF-8 as `\xff`. */
export function quotedBytes(bytes: string): string {
  try {
    return quoted(strict.decode(Buffer.from(bytes, 'latin1')))
  } catch {
    const parts = bytes.split(/([\x80-\xff]+)/)
    return `"${parts.map((part, i) => (i % 2 === 0 ? quoted(part).slice(1, -1) : hexEscapes(part))).join('')}"`
  }
}

function hexEscapes(bytes: string): string {
  return Array.from(bytes, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`).join('')
}
