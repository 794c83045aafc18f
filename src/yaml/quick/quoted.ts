import { BACKSLASH, DOUBLE_QUOTE, SINGLE_QUOTE, TAB } from '../characters.ts'
import { classes, LINE } from './classes.ts'
import { type QuickCursor, rare } from './cursor.ts'

/** Reads a quoted scalar that ends on its line; the cursor is left behind the closing quote. */
export function readQuoted(cursor: QuickCursor): string {
  const { text } = cursor
  const quote = text.charCodeAt(cursor.pos)
  const start = cursor.pos + 1
  let pos = start
  let code = text.charCodeAt(pos)
  while (code !== quote && code !== BACKSLASH && ((classes[code] ?? 0) & LINE) !== 0) code = text.charCodeAt(++pos)
  if (code === quote && !(quote === SINGLE_QUOTE && text.charCodeAt(pos + 1) === SINGLE_QUOTE)) {
    cursor.pos = pos + 1
    return text.slice(start, pos)
  }
  return quote === DOUBLE_QUOTE ? readEscaped(cursor, start) : readDoubled(cursor, start)
}

/** Reads single-quoted text in which quotes are doubled, or backslashes stand. */
function readDoubled(cursor: QuickCursor, start: number): string {
  const { text } = cursor
  let value = ''
  let from = start
  for (let pos = start; ; pos++) {
    const code = text.charCodeAt(pos)
    if (code === SINGLE_QUOTE) {
      if (text.charCodeAt(pos + 1) !== SINGLE_QUOTE) {
        cursor.pos = pos + 1
        return value + text.slice(from, pos)
      }
      value += text.slice(from, ++pos)
      from = pos + 1
    } else if (((classes[code] ?? 0) & LINE) === 0) throw rare
  }
}

/** Reads double-quoted text with the escapes that are common. */
function readEscaped(cursor: QuickCursor, start: number): string {
  const { text } = cursor
  let value = ''
  let from = start
  for (let pos = start; ; pos++) {
    const code = text.charCodeAt(pos)
    if (code === DOUBLE_QUOTE) {
      cursor.pos = pos + 1
      return value + text.slice(from, pos)
    }
    if (code === BACKSLASH) {
      value += text.slice(from, pos) + escaped(text.charCodeAt(++pos))
      from = pos + 1
    } else if (((classes[code] ?? 0) & LINE) === 0) throw rare
  }
}

function escaped(code: number): string {
  if (code === 0x6e) return '\n'
  if (code === DOUBLE_QUOTE) return '"'
  if (code === BACKSLASH) return '\\'
  if (code === 0x74 || code === TAB) return '\t'
  throw rare
}
