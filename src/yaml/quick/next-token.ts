import { CR, DASH, DOT, HASH, LF, SPACE, TAB } from '../characters.ts'
import { LINE } from '../classes.ts'
import { isSeparator } from '../stream.ts'
import { skip, skipSpaces } from './bytes.ts'
import { type QuickCursor, rare } from './cursor.ts'

/**
 * Moves from behind a value to the next token on a later line. Nothing but blanks and a comment may stand in between.
 * Sets the column of the token, or -1 at the end of the document: the end of the text or a line `---`.
 */
export function nextToken(cursor: QuickCursor): void {
  cursor.commented = false
  const { bytes } = cursor
  let { pos } = cursor
  if (bytes[pos] !== LF) {
    while (bytes[pos] === SPACE || bytes[pos] === TAB) pos++
    pos = endLine(cursor, pos) - 1
  }
  tokenFrom(cursor, pos + 1)
}

/** Moves to the next token from the start of a line. */
export function tokenFrom(cursor: QuickCursor, lineStart: number): void {
  const { bytes, length } = cursor
  let start = lineStart
  while (start < length) {
    const pos = skipSpaces(bytes, start)
    const code = bytes[pos]
    if (code !== LF && code !== HASH && code !== CR) {
      cursor.pos = pos
      cursor.column = pos - start
      if (pos === start && (code === DASH || code === DOT)) checkMarker(cursor)
      return
    }
    start = code === LF ? pos + 1 : endLine(cursor, pos)
  }
  cursor.pos = start
  cursor.column = -1
}

/** Steps over a comment and the line break. */
function endLine(cursor: QuickCursor, at: number): number {
  const { bytes } = cursor
  let pos = at
  if (bytes[at] === HASH) {
    cursor.commented = true
    pos = skip(bytes, at, LINE)
  }
  if (bytes[pos] === LF) return pos + 1
  if (bytes[pos] === CR && bytes[pos + 1] === LF) return pos + 2
  throw rare
}

function checkMarker(cursor: QuickCursor): void {
  if (cursor.text.startsWith('---', cursor.pos)) endAtMarker(cursor)
  else if (cursor.text.startsWith('...', cursor.pos)) throw rare
}

/** Ends the document at a separator that every reader knows as one. */
function endAtMarker(cursor: QuickCursor): void {
  const code = cursor.bytes[cursor.pos + 3]
  const bare = code === LF || ((code === SPACE || code === CR) && isSeparator(cursor.text, cursor.pos))
  if (!bare) throw rare
  cursor.column = -1
}
