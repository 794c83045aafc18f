import { COLON, CR, DASH, HASH, LF, NINE, SPACE, TAB, ZERO } from '../characters.ts'
import { classes, PLAIN, TYPED } from '../classes.ts'
import { resolvePlain } from '../scalar.ts'
import { type QuickCursor, rare } from './cursor.ts'
import { folded } from './folding.ts'
import { nextToken } from './next-token.ts'

/**
 * Steps over a plain scalar on one line and returns the offset behind it. The cursor is left at what ended it: the
 * line's end, a comment, or the `:` of a key.
 */
export function skipPlain(cursor: QuickCursor): number {
  const { text } = cursor
  let { pos } = cursor
  for (;;) {
    let code = text.charCodeAt(pos)
    while (((classes[code] as number) & PLAIN) !== 0) code = text.charCodeAt(++pos)
    if (code === LF || code === CR) break
    if (code === COLON) {
      if (endsKey(text.charCodeAt(pos + 1))) break
    } else if (code === TAB) {
      if (pos > cursor.pos && endsLine(text, pos)) break
      throw rare
    } else if (code !== HASH) throw rare
    else if (text.charCodeAt(pos - 1) === SPACE) break
    pos++
  }
  cursor.pos = text.charCodeAt(pos) === TAB ? text.indexOf('\n', pos) : pos
  while (text.charCodeAt(pos - 1) === SPACE) pos--
  return pos
}

/** Whether nothing but blanks follows on the line. */
function endsLine(text: string, at: number): boolean {
  let pos = at
  let code = text.charCodeAt(pos)
  while (code === TAB || code === SPACE) code = text.charCodeAt(++pos)
  return code === LF
}

function endsKey(code: number): boolean {
  // A tab ends a key too; what follows it is for the full reader.
  return code === SPACE || code === LF || code === CR || code === TAB
}

/** Reads a plain scalar that is no key, with the lines below that belong to it: those deeper than `indent`. */
export function readPlain(cursor: QuickCursor, indent: number): unknown {
  const start = cursor.pos
  const end = skipPlain(cursor)
  if (cursor.text.charCodeAt(cursor.pos) === COLON) throw rare
  return finishPlain(cursor, start, end, indent)
}

/** The value of the plain scalar from `start` to `end`, on whose line nothing else stands. */
export function finishPlain(cursor: QuickCursor, start: number, end: number, indent: number): unknown {
  nextToken(cursor)
  if (cursor.column > indent) return readMoreLines(cursor, start, end, indent)
  return plainValue(cursor.text, start, end)
}

function readMoreLines(cursor: QuickCursor, start: number, end: number, indent: number): unknown {
  const { text } = cursor
  let value = text.slice(start, end)
  let from = end
  while (cursor.column > indent) {
    // A comment ends the scalar, and then this line is wrong.
    if (cursor.commented) throw rare
    value += folded(text, from, cursor.pos)
    const line = cursor.pos
    from = skipPlain(cursor)
    if (text.charCodeAt(cursor.pos) === COLON) throw rare
    value += text.slice(line, from)
    nextToken(cursor)
  }
  return value
}

/** The value of a plain scalar on one line. */
export function plainValue(text: string, start: number, end: number): unknown {
  const first = text.charCodeAt(start)
  if (((classes[first] as number) & TYPED) === 0) return text.slice(start, end)
  if (first > NINE) return wordValue(text, start, end, first)
  const value = decimalValue(text, start, end)
  return Number.isNaN(value) ? resolved(text.slice(start, end)) : value
}

/** Infinities are an error in all that Kubernetes reads, and the full reader says so. */
function resolved(text: string): unknown {
  const value = resolvePlain(text)
  if (typeof value === 'number' && !Number.isFinite(value)) throw rare
  return value
}

/** A scalar that begins like `true`, `no` or `~`. */
function wordValue(text: string, start: number, end: number, first: number): unknown {
  const length = end - start
  if (length > 5) return text.slice(start, end)
  if (length === 4 && first === 0x74 && text.startsWith('true', start)) return true
  if (length === 5 && first === 0x66 && text.startsWith('false', start)) return false
  return resolved(text.slice(start, end))
}

/** A decimal integer of few digits, or NaN for anything else. */
function decimalValue(text: string, start: number, end: number): number {
  const negative = text.charCodeAt(start) === DASH
  const from = negative ? start + 1 : start
  const length = end - from
  if (length === 0 || length > 15) return Number.NaN
  if (text.charCodeAt(from) === ZERO && (length > 1 || negative)) return Number.NaN
  let value = 0
  for (let pos = from; pos < end; pos++) {
    const code = text.charCodeAt(pos)
    if (code < ZERO || code > NINE) return Number.NaN
    value = value * 10 + code - ZERO
  }
  return negative ? -value : value
}
