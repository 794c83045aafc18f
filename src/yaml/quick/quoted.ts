import { BACKSLASH, CR, DASH, DOT, DOUBLE_QUOTE, LF, SINGLE_QUOTE, SPACE, TAB } from '../characters.ts'
import { LINE, QUOTED } from '../classes.ts'
import { readEscape } from '../escape.ts'
import { has, skip } from './bytes.ts'
import { type QuickCursor, rare } from './cursor.ts'
import { breaksIn, folded } from './folding.ts'

/** Reads a quoted scalar; the cursor is left behind the closing quote. `cursor.broke` says whether it spans lines. */
export function readQuoted(cursor: QuickCursor): string {
  const { bytes } = cursor
  const quote = bytes[cursor.pos]
  const start = cursor.pos + 1
  const end = skip(bytes, start, QUOTED)
  cursor.broke = false
  if (bytes[end] !== quote || (quote === SINGLE_QUOTE && bytes[end + 1] === SINGLE_QUOTE))
    return readPieces(cursor, quote, start, end)
  cursor.pos = end + 1
  return cursor.text.slice(start, end)
}

/** Reads quoted text that has escapes, quotes or line breaks in it, the first of them at `first`. */
function readPieces(cursor: QuickCursor, quote: number | undefined, start: number, first: number): string {
  const { text, bytes } = cursor
  let value = ''
  let from = start
  let pos = first
  for (;;) {
    const code = bytes[pos]
    if (code === quote) {
      value += text.slice(from, pos)
      if (quote === DOUBLE_QUOTE || bytes[pos + 1] !== SINGLE_QUOTE) break
      // Of a doubled quote the second one is text.
      from = pos + 1
      pos += 2
    } else if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
      value += text.slice(from, pos) + takeEscape(cursor, pos)
      from = pos = cursor.pos
    } else if (code === LF) {
      value += text.slice(from, endOfWord(bytes, from, pos))
      from = nextLine(cursor, pos)
      value += folded(bytes, pos, from)
      pos = from
    } else if (!has(bytes, pos, LINE)) throw rare
    else pos = skip(bytes, pos + 1, QUOTED)
  }
  cursor.pos = pos + 1
  return value
}

/** Reads the escape at `at` and moves behind it. An escaped line break joins two lines without a space. */
function takeEscape(cursor: QuickCursor, at: number): string {
  const { text, bytes } = cursor
  if (bytes[at + 1] === LF) {
    cursor.pos = nextLine(cursor, at + 1)
    return '\n'.repeat(breaksIn(bytes, at + 1, cursor.pos) - 1)
  }
  const found = readEscape(text, at)
  if ('problem' in found) throw rare
  cursor.pos = at + found.length
  return found.text
}

/** The offset behind the last character before `end` that is no blank. */
function endOfWord(bytes: Uint8Array, from: number, end: number): number {
  let pos = end
  while (pos > from && isBlank(bytes[pos - 1])) pos--
  return pos
}

function isBlank(code: number | undefined): boolean {
  return code === SPACE || code === TAB
}

/** The first character behind the line break at `at`, and behind all blanks and line breaks that follow. */
function nextLine(cursor: QuickCursor, at: number): number {
  const { bytes, length } = cursor
  let pos = at
  let code: number | undefined = LF
  while (code === LF || isBlank(code)) {
    if (++pos === length || (code === LF && isMarkerLike(bytes[pos]))) throw rare
    code = bytes[pos]
  }
  cursor.broke = true
  return pos
}

/** What begins a line may be a document marker; a line may end in CR too. */
function isMarkerLike(code: number | undefined): boolean {
  return code === DASH || code === DOT || code === CR
}
