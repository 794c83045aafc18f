import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  HASH,
  isBlank,
  isBlankOrEnd,
  isBreak,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUESTION,
  SPACE
} from '../characters.ts'
import { FLOW_PLAIN, PLAIN, WORD } from '../classes.ts'
import type { Cursor } from './cursor.ts'
import { scalarToken, type Token } from './token.ts'

/**
 * Scans a scalar without quotes. `parentIndent` is the column of the collection around it, `inFlow` whether it is in brackets.
 * `cursor.space.broken` says whether the cursor is on a later line then, where a key may begin again.
 */
export function scanPlainScalar(cursor: Cursor, parentIndent: number, inFlow: boolean): Token {
  const { space } = cursor
  const start = cursor.pos
  skipLine(cursor, inFlow)
  skipWord(cursor, inFlow)
  let end = cursor.pos
  let value = cursor.text.slice(start, end)
  space.clear()
  for (;;) {
    if (!isBlank(cursor.code()) && !isBreak(cursor.code())) break
    space.read(cursor, parentIndent)
    if (!inFlow && cursor.column <= parentIndent) break
    if (cursor.atDocumentMarker() || cursor.code() === HASH) break
    const from = cursor.pos
    skipWord(cursor, inFlow)
    if (cursor.pos === from) continue
    value += space.text() + cursor.text.slice(from, cursor.pos)
    space.clear()
    end = cursor.pos
  }
  return scalarToken('plain', start, end, value)
}

/** Steps over the words of a line, as far as they hold nothing that may have a meaning. */
function skipLine(cursor: Cursor, inFlow: boolean): void {
  const { pos } = cursor
  cursor.skipClass(inFlow ? FLOW_PLAIN : PLAIN)
  while (cursor.pos > pos && cursor.ahead(-1) === SPACE) cursor.pos--
}

function skipWord(cursor: Cursor, inFlow: boolean): void {
  cursor.skipClass(WORD)
  while (!isBlankOrEnd(cursor.code()) && !endsPlain(cursor, inFlow)) {
    cursor.pos++
    cursor.skipClass(WORD)
  }
}

function endsPlain(cursor: Cursor, inFlow: boolean): boolean {
  const code = cursor.code()
  if (code === COLON && isBlankOrEnd(cursor.ahead(1))) return true
  return inFlow && isFlowIndicator(code)
}

function isFlowIndicator(code: number): boolean {
  return (
    code === COMMA ||
    code === QUESTION ||
    code === OPEN_BRACKET ||
    code === CLOSE_BRACKET ||
    code === OPEN_BRACE ||
    code === CLOSE_BRACE
  )
}
