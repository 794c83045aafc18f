import { utf16Label } from './decode.ts'

/** The bytes of a text in the encoding of a file, with its byte order mark if it has one: the counterpart of `decodeText`. */
export function encodeLike(original: Uint8Array, text: string): Uint8Array {
  const utf16 = utf16Label(original)
  if (utf16 === undefined) {
    const hasMark = original[0] === 0xef && original[1] === 0xbb && original[2] === 0xbf
    return Buffer.from(hasMark ? `\ufeff${text}` : text, 'utf8')
  }
  const marks = [original[0], original[1]]
  const hasMark = marks.includes(0xff) && marks.includes(0xfe)
  const bytes = Buffer.from(hasMark ? `\ufeff${text}` : text, 'utf16le')
  return utf16 === 'utf-16le' ? bytes : bytes.swap16()
}
