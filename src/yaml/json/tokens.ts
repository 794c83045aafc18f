import { BACKSLASH, CR, DASH, DOUBLE_QUOTE, hexValue, isDigit, LF, NINE, SPACE, TAB, ZERO } from '../characters.ts'
import { parseInteger } from '../integer.ts'

/** A place in JSON text. */
export interface JsonCursor {
  readonly text: string
  pos: number
}

/** Thrown where the text is no JSON. It may still be YAML. */
export const notJson = new Error('no JSON')

/** Steps over white space and returns the code of what follows; NaN at the end. */
export function skipSpace(cursor: JsonCursor): number {
  const { text } = cursor
  let { pos } = cursor
  let code = text.charCodeAt(pos)
  while (code === SPACE || code === LF || code === CR || code === TAB) code = text.charCodeAt(++pos)
  cursor.pos = pos
  return code
}

/** Reads the string whose opening quote is at the cursor. */
export function readString(cursor: JsonCursor): string {
  const { text } = cursor
  const start = cursor.pos + 1
  let pos = start
  let code = text.charCodeAt(pos)
  while (code !== DOUBLE_QUOTE && code !== BACKSLASH && code >= SPACE) code = text.charCodeAt(++pos)
  cursor.pos = pos
  if (code !== DOUBLE_QUOTE) return readEscaped(cursor, start)
  cursor.pos++
  return text.slice(start, pos)
}

/** Reads a string from its first backslash on; `start` is where its text begins. */
function readEscaped(cursor: JsonCursor, start: number): string {
  const { text } = cursor
  let value = ''
  let from = start
  for (;;) {
    const code = text.charCodeAt(cursor.pos)
    if (code === DOUBLE_QUOTE) break
    if (code === BACKSLASH) {
      value += text.slice(from, cursor.pos) + readEscape(cursor)
      from = cursor.pos
    } else if (code >= SPACE) cursor.pos++
    else throw notJson
    if (cursor.pos >= text.length) throw notJson
  }
  value += text.slice(from, cursor.pos++)
  // Halves of surrogate pairs without the other half become U+FFFD, as in Go.
  return value.toWellFormed()
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t'
}

function readEscape(cursor: JsonCursor): string {
  const letter = cursor.text[cursor.pos + 1] ?? ''
  cursor.pos += 2
  if (letter === 'u') return readUnit(cursor)
  const character = escapes[letter]
  if (character === undefined) throw notJson
  return character
}

function readUnit(cursor: JsonCursor): string {
  let unit = 0
  for (let digits = 0; digits < 4; digits++) {
    const digit = cursor.pos < cursor.text.length ? hexValue(cursor.text.charCodeAt(cursor.pos)) : -1
    if (digit < 0) throw notJson
    unit = unit * 16 + digit
    cursor.pos++
  }
  return String.fromCharCode(unit)
}

const jsonNumber = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y

/** Reads a number; integers that a double cannot hold become bigints, as in YAML. Those beyond all range are infinite. */
export function readNumber(cursor: JsonCursor): number | bigint {
  const { text, pos: start } = cursor
  let pos = start
  let value = 0
  let code = text.charCodeAt(pos)
  while (code >= ZERO && code <= NINE) {
    value = value * 10 + code - ZERO
    code = text.charCodeAt(++pos)
  }
  const length = pos - start
  if (length === 0 || length > 15 || !endsInteger(code) || (length > 1 && text.charCodeAt(start) === ZERO))
    return readAnyNumber(cursor)
  cursor.pos = pos
  return value
}

function endsInteger(code: number): boolean {
  return code !== 0x2e && code !== 0x65 && code !== 0x45
}

function readAnyNumber(cursor: JsonCursor): number | bigint {
  jsonNumber.lastIndex = cursor.pos
  const match = jsonNumber.exec(cursor.text)
  if (match === null) throw notJson
  const [written, fraction, exponent] = match
  cursor.pos += written.length
  const integer = fraction === undefined && exponent === undefined ? parseInteger(written) : undefined
  return integer ?? Number(written)
}

/** Reads `true`, `false` or `null`. */
export function readLiteral(cursor: JsonCursor): boolean | null {
  const { text, pos } = cursor
  if (text.startsWith('true', pos)) {
    cursor.pos += 4
    return true
  }
  if (text.startsWith('false', pos)) {
    cursor.pos += 5
    return false
  }
  if (!text.startsWith('null', pos)) throw notJson
  cursor.pos += 4
  return null
}

/** Whether a number begins with that character. */
export function beginsNumber(code: number): boolean {
  return isDigit(code) || code === DASH
}
