import { BACKSLASH, CR, DASH, DOT, DOUBLE_QUOTE, LF, SINGLE_QUOTE, SPACE, TAB } from '../characters.ts'
import { classes, LINE } from '../classes.ts'
import { readEscape } from '../escape.ts'
import { type QuickCursor, rare } from './cursor.ts'
import { breaksIn, folded } from './folding.ts'

/** Reads a quoted scalar; the cursor is left behind the closing quote. `cursor.broke` says whether it spans lines. */
export function readQuoted(cursor: QuickCursor): string {
  const { text } = cursor
  const quote = text.charCodeAt(cursor.pos)
  const start = cursor.pos + 1
  let pos = start
  let code = text.charCodeAt(pos)
  while (code !== quote && code !== BACKSLASH && ((classes[code] as number) & LINE) !== 0) code = text.charCodeAt(++pos)
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
  let pos = start
  for (;;) {
    const code = text.charCodeAt(pos)
    if (code === quote) {
      value += text.slice(from, pos)
      if (quote === DOUBLE_QUOTE || text.charCodeAt(pos + 1) !== SINGLE_QUOTE) break
      // Of a doubled quote the second one is text.
      from = pos + 1
      pos += 2
    } else if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
      value += text.slice(from, pos) + takeEscape(cursor, pos)
      from = pos = cursor.pos
    } else if (code === LF) {
      value += text.slice(from, endOfWord(text, from, pos))
      from = nextLine(cursor, pos)
      value += folded(text, pos, from)
      pos = from
    } else if (((classes[code] as number) & LINE) === 0) throw rare
    else pos++
  }
  cursor.pos = pos + 1
  return value
}

/** Reads the escape at `at` and moves behind it. An escaped line break joins two lines without a space. */
function takeEscape(cursor: QuickCursor, at: number): string {
  const { text } = cursor
  if (text.charCodeAt(at + 1) === LF) {
    cursor.pos = nextLine(cursor, at + 1)
    return '\n'.repeat(breaksIn(text, at + 1, cursor.pos) - 1)
  }
  const found = readEscape(text, at)
  if ('problem' in found) throw rare
  cursor.pos = at + found.length
  return found.text
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
