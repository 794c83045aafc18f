import { BACKSLASH, CR, DASH, DOT, DOUBLE_QUOTE, LF, SINGLE_QUOTE, SPACE, TAB } from '../characters.ts'
import { classes, LINE } from '../classes.ts'
import { type QuickCursor, rare } from './cursor.ts'

/** Reads a quoted scalar; the cursor is left behind the closing quote. `cursor.broke` says whether it spans lines. */
export function readQuoted(cursor: QuickCursor): string {
  const { text } = cursor
  const quote = text.charCodeAt(cursor.pos)
  const start = cursor.pos + 1
  let pos = start
  let code = text.charCodeAt(pos)
  while (code !== quote && code !== BACKSLASH && ((classes[code] ?? 0) & LINE) !== 0) code = text.charCodeAt(++pos)
  cursor.broke = false
  if (code !== quote || (quote === SINGLE_QUOTE && text.charCodeAt(pos + 1) === SINGLE_QUOTE))
    return readPieces(cursor, quote, start)
  cursor.pos = pos + 1
  return text.slice(start, pos)
}

/** Reads quoted text that has escapes, doubled quotes or line breaks in it. */
function readPieces(cursor: QuickCursor, quote: number, start: number): string {
  const { text } = cursor
  let value = ''
  let from = start
  for (let pos = start; ; pos++) {
    const code = text.charCodeAt(pos)
    if (code === quote) {
      value += text.slice(from, pos)
      if (quote === DOUBLE_QUOTE || text.charCodeAt(pos + 1) !== SINGLE_QUOTE) {
        cursor.pos = pos + 1
        return value
      }
      // Of a doubled quote the second one is text.
      from = ++pos
    } else if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
      value += text.slice(from, pos) + escaped(text.charCodeAt(++pos))
      from = pos + 1
    } else if (code === LF) {
      value += text.slice(from, endOfWord(text, from, pos))
      from = nextLine(cursor, pos)
      value += folded(text, pos, from)
      pos = from - 1
    } else if (((classes[code] ?? 0) & LINE) === 0) throw rare
  }
}

/** The offset behind the last character before `end` that is no blank. */
function endOfWord(text: string, from: number, end: number): number {
  let pos = end
  while (pos > from && isBlank(text.charCodeAt(pos - 1))) pos--
  return pos
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB
}

/** The first character behind the line break at `at`, and behind all blanks and line breaks that follow. */
function nextLine(cursor: QuickCursor, at: number): number {
  const { text } = cursor
  let pos = at
  let code = LF
  while (code === LF || isBlank(code)) {
    if (++pos === text.length || (code === LF && isMarkerLike(text.charCodeAt(pos)))) throw rare
    code = text.charCodeAt(pos)
  }
  cursor.broke = true
  return pos
}

/** What begins a line may be a document marker; a line may end in CR too. */
function isMarkerLike(code: number): boolean {
  return code === DASH || code === DOT || code === CR
}

/** One line break becomes a space; of more, all but the first stay. */
function folded(text: string, from: number, to: number): string {
  let breaks = 0
  for (let pos = from; pos < to; pos++) if (text.charCodeAt(pos) === LF) breaks++
  return breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)
}

function escaped(code: number): string {
  if (code === 0x6e) return '\n'
  if (code === DOUBLE_QUOTE) return '"'
  if (code === BACKSLASH) return '\\'
  if (code === 0x74 || code === TAB) return '\t'
  throw rare
}
