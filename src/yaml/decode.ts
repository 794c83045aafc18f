import { isAscii, isUtf8 } from 'node:buffer'

/** Text, or why the bytes are none: one sentence for the user, and the place of the first that is wrong, from 1. */
export type DecodedText = { readonly text: string } | DecodingProblem

export interface DecodingProblem {
  readonly problem: string
  readonly line: number
  readonly column: number
}

const binary = 'this is a binary file, not YAML or JSON text'

/**
 * The text of a file: UTF-8, or UTF-16 of either byte order, told by a byte order mark or by the zero bytes of its
 * first character. The mark is not part of the text. Never throws.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const utf16 = utf16Label(bytes)
  if (utf16 !== undefined) return decodeUtf16(bytes, utf16)
  const zero = bytes.indexOf(0)
  if (zero !== -1) return problemAt(binary, buffer.toString('utf8', 0, zero))
  if (isAscii(bytes)) return { text: buffer.toString('latin1') }
  if (!isUtf8(bytes)) return invalidUtf8(buffer)
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return { text: buffer.toString('utf8', hasMark ? 3 : 0) }
}

export type Utf16 = 'utf-16le' | 'utf-16be'

/** The byte order of a file in UTF-16; undefined for any other. */
export function utf16Label(bytes: Uint8Array): Utf16 | undefined {
  // By index, since taking an array apart runs its iterator, and this is done for each file.
  const first = bytes[0]
  const second = bytes[1]
  const third = bytes[2]
  const fourth = bytes[3]
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (bytes.length < 4) return undefined
  // YAML begins with an ASCII character, whose other half is zero.
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le'
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'utf-16be'
  return undefined
}

function decodeUtf16(bytes: Uint8Array, label: Utf16): DecodedText {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes) }
  } catch {
    const replaced = new TextDecoder(label).decode(bytes)
    return problemAt('this is neither UTF-8 nor valid UTF-16 text', replaced.slice(0, replaced.indexOf('\ufffd')))
  }
}

function invalidUtf8(bytes: Buffer): DecodingProblem {
  const at = firstInvalidByte(bytes)
  const before = bytes.subarray(0, at)
  const text = before.toString('utf8')
  // Text in another encoding has no control characters but tab and line breaks; compressed or machine data has.
  if (before.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) || at < 4)
    return problemAt(binary, text)
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  return problemAt(`not UTF-8 text: byte 0x${byte} at offset ${at}. Save the file as UTF-8`, text)
}

/** @param before The text up to what is wrong. */
function problemAt(problem: string, before: string): DecodingProblem {
  const lines = before.split(/\r\n?|\n/)
  return { problem, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

/** Length of the longest valid UTF-8 prefix. */
function firstInvalidByte(bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (isUtf8Prefix(bytes.subarray(0, middle))) low = middle
    else high = middle - 1
  }
  // What is left of a character that never ends is not valid.
  while (!isUtf8(bytes.subarray(0, low))) low--
  return low
}

/** Whether the bytes are valid UTF-8, but for a last character that may be cut off. */
function isUtf8Prefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
