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
  TAB
} from '../characters.ts'
import { WORD } from '../classes.ts'
import { YamlFault } from '../problem.ts'
import type { Cursor } from './cursor.ts'
import { Folding } from './folding.ts'
import { scalarToken, type Token } from './token.ts'

export interface PlainScalar {
  readonly token: Token
  /** Whether the scanner now stands on a later line, where a key may begin again. */
  readonly brokeLine: boolean
}

/** Scans a scalar without quotes. `parentIndent` is the column of the collection around it, `inFlow` whether it is in brackets. */
export function scanPlainScalar(cursor: Cursor, parentIndent: number, inFlow: boolean): PlainScalar {
  const start = cursor.pos
  let end = start
  let value = ''
  let space = new Folding()
  for (;;) {
    if (cursor.atDocumentMarker() || cursor.code() === HASH) break
    const from = cursor.pos
    skipWord(cursor, inFlow)
    if (cursor.pos > from) {
      value += space.text() + cursor.text.slice(from, cursor.pos)
      space = new Folding()
      end = cursor.pos
    }
    if (!isBlank(cursor.code()) && !isBreak(cursor.code())) break
    space.read(cursor, (at) => refuseTab(at, parentIndent))
    if (!inFlow && cursor.column <= parentIndent) break
  }
  return { token: scalarToken('plain', start, end, value), brokeLine: space.broken }
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

function refuseTab(cursor: Cursor, parentIndent: number): void {
  if (cursor.code() === TAB && cursor.column <= parentIndent)
    throw new YamlFault(cursor.pos, 'a tab cannot indent YAML: use spaces')
}
