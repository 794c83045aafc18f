import { BACKSLASH, DOUBLE_QUOTE, hexValue, isBlankOrEnd, isBreak, NUL, SINGLE_QUOTE } from '../characters.ts'
import { WORD } from '../classes.ts'
import { YamlFault } from '../problem.ts'
import type { Cursor } from './cursor.ts'
import { Folding } from './folding.ts'
import { scalarToken, type Token } from './token.ts'

/** Scans a scalar in single or double quotes. */
export function scanQuotedScalar(cursor: Cursor): Token {
  const start = cursor.pos
  const quote = cursor.code()
  cursor.pos++
  let value = ''
  for (;;) {
    if (cursor.atDocumentMarker()) throw new YamlFault(start, 'this quoted text is not closed before the document ends')
    if (cursor.code() === NUL) throw new YamlFault(start, 'this quoted text is never closed')
    const space = new Folding()
    value += readWord(cursor, quote, space)
    if (cursor.code() === quote) break
    space.read(cursor)
    value += space.text()
  }
  cursor.pos++
  return scalarToken(quote === SINGLE_QUOTE ? 'single-quoted' : 'double-quoted', start, cursor.pos, value)
}

/** Reads up to white space or the closing quote; an escaped line break is noted in `space`. */
function readWord(cursor: Cursor, quote: number, space: Folding): string {
  let word = ''
  let from = cursor.pos
  while (!isBlankOrEnd(cursor.code())) {
    const code = cursor.code()
    if (code === quote && !(quote === SINGLE_QUOTE && cursor.ahead(1) === SINGLE_QUOTE)) break
    if (code !== quote && !(code === BACKSLASH && quote === DOUBLE_QUOTE)) {
      cursor.pos++
      cursor.skipClass(WORD)
      continue
    }
    word += cursor.text.slice(from, cursor.pos)
    if (code === BACKSLASH && isBreak(cursor.ahead(1))) {
      cursor.pos++
      cursor.skipBreak()
      space.escapeBreak()
      return word
    }
    word += code === BACKSLASH ? readEscape(cursor) : readDoubledQuote(cursor)
    from = cursor.pos
  }
  return word + cursor.text.slice(from, cursor.pos)
}

function readDoubledQuote(cursor: Cursor): string {
  cursor.pos += 2
  return "'"
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029'
}

const escapeLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

function readEscape(cursor: Cursor): string {
  const at = cursor.pos
  const letter = cursor.text[at + 1] ?? ''
  cursor.pos += 2
  const length = escapeLengths[letter]
  if (length !== undefined) return readCodePoint(cursor, at, length)
  const character = escapes[letter]
  if (character === undefined)
    throw new YamlFault(at, `\\${letter} is no escape that YAML knows: write \\\\${letter}, or use single quotes`)
  return character
}

function readCodePoint(cursor: Cursor, at: number, length: number): string {
  let value = 0
  for (let i = 0; i < length; i++) {
    const digit = hexValue(cursor.code())
    if (digit < 0) throw new YamlFault(at, `${length} hexadecimal digits must follow this escape`)
    value = value * 16 + digit
    cursor.pos++
  }
  if (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
    throw new YamlFault(at, 'this escape is no Unicode character; write characters beyond U+FFFF as \\U and 8 digits')
  return String.fromCodePoint(value)
}
