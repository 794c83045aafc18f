import { COLON, CR, DASH, HASH, LF, NINE, SPACE, TAB, ZERO } from '../characters.ts'
import { NUMERIC, PLAIN, TYPED } from '../classes.ts'
import { resolvePlain } from '../scalar.ts'
import { endsIndicator, has, skip } from './bytes.ts'
import { type QuickCursor, rare } from './cursor.ts'
import { folded } from './folding.ts'
import { nextToken } from './next-token.ts'

/**
 * Steps over a plain scalar on one line and returns the offset behind it. The cursor is left at what ended it: the
 * line's end, a comment, or the `:` of a key.
 */
export function skipPlain(cursor: QuickCursor): number {
  const { bytes } = cursor
  let pos = skip(bytes, cursor.pos, PLAIN)
  while (!endsPlain(cursor, pos)) pos = skip(bytes, pos + 1, PLAIN)
  cursor.pos = bytes[pos] === TAB ? bytes.indexOf(LF, pos) : pos
  while (bytes[pos - 1] === SPACE) pos--
  return pos
}

/** Whether the scalar at the cursor ends at `pos`, where something stands that may end one. */
function endsPlain({ bytes, pos: start }: QuickCursor, pos: number): boolean {
  const code = bytes[pos]
  if (code === LF || code === CR) return true
  if (code === HASH) return bytes[pos - 1] === SPACE
  // A tab ends a key too; what follows it is for the full reader.
  if (code === COLON) return endsIndicator(bytes[pos + 1])
  if (code === TAB && pos > start && bytes[skipBlanks(bytes, pos)] === LF) return true
  throw rare
}

function skipBlanks(bytes: Uint8Array, from: number): number {
  let pos = from
  while (bytes[pos] === TAB || bytes[pos] === SPACE) pos++
  return pos
}

/** Reads a plain scalar that is no key, with the lines below that belong to it: those deeper than `indent`. */
export function readPlain(cursor: QuickCursor, indent: number): unknown {
  const start = cursor.pos
  const end = skipPlain(cursor)
  if (cursor.bytes[cursor.pos] === COLON) throw rare
  return finishPlain(cursor, start, end, indent)
}

/** The value of the plain scalar from `start` to `end`, on whose line nothing else stands. */
export function finishPlain(cursor: QuickCursor, start: number, end: number, indent: number): unknown {
  nextToken(cursor)
  if (cursor.column > indent) return readMoreLines(cursor, start, end, indent)
  return plainValue(cursor, start, end)
}

function readMoreLines(cursor: QuickCursor, start: number, end: number, indent: number): unknown {
  const { text, bytes } = cursor
  let value = text.slice(start, end)
  let from = end
  while (cursor.column > indent) {
    // A comment ends the scalar, and then this line is wrong.
    if (cursor.commented) throw rare
    value += folded(bytes, from, cursor.pos)
    const line = cursor.pos
    from = skipPlain(cursor)
    if (bytes[cursor.pos] === COLON) throw rare
    value += text.slice(line, from)
    nextToken(cursor)
  }
  return value
}

/** The value of a plain scalar on one line. */
export function plainValue({ text, bytes }: QuickCursor, start: number, end: number): unknown {
  if (!has(bytes, start, TYPED)) return text.slice(start, end)
  if ((bytes[start] as number) > NINE) return wordValue(text, start, end)
  const value = decimalValue(bytes, start, end)
  if (!Number.isNaN(value)) return value
  // Quantities and durations, such as 500Mi, are told from numbers by their letters.
  const written = text.slice(start, end)
  return skip(bytes, start, NUMERIC) < end ? written : resolved(written)
}

/** Infinities are an error in all that Kubernetes reads, and the full reader says so. */
function resolved(text: string): unknown {
  const value = resolvePlain(text)
  if (typeof value === 'number' && !Number.isFinite(value)) throw rare
  return value
}

/** A scalar that begins like `true`, `no` or `~`. */
function wordValue(text: string, start: number, end: number): unknown {
  const word = text.slice(start, end)
  if (word.length > 5) return word
  return word === 'true' ? true : word === 'false' ? false : resolved(word)
}

/** A decimal integer of few digits, or NaN for anything else. */
function decimalValue(bytes: Uint8Array, start: number, end: number): number {
  const negative = bytes[start] === DASH
  const from = negative ? start + 1 : start
  const length = end - from
  if (length === 0 || length > 15) return Number.NaN
  if (bytes[from] === ZERO && (length > 1 || negative)) return Number.NaN
  let value = 0
  for (let pos = from; pos < end; pos++) {
    const code = bytes[pos] as number
    if (code < ZERO || code > NINE) return Number.NaN
    value = value * 10 + code - ZERO
  }
  return negative ? -value : value
}
