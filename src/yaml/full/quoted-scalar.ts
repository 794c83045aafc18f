import { BACKSLASH, DOUBLE_QUOTE, isBlank, isBlankOrEnd, isBreak, NUL, SINGLE_QUOTE } from '../characters.ts'
import { QUOTED, WORD } from '../classes.ts'
import { readEscape } from '../escape.ts'
import { YamlFault } from '../problem.ts'
import type { Cursor } from './cursor.ts'
import type { Folding } from './folding.ts'
import { scalarToken, type Token } from './token.ts'

/** Scans a scalar in single or double quotes. */
export function scanQuotedScalar(cursor: Cursor): Token {
  const start = cursor.pos
  const quote = cursor.code()
  cursor.pos++
  let value = readLine(cursor)
  const { space } = cursor
  space.clear()
  for (;;) {
    if (cursor.atDocumentMarker()) throw new YamlFault(start, 'this quoted text is not closed before the document ends')
    if (cursor.code() === NUL) throw new YamlFault(start, 'this quoted text is never closed')
    value += readWord(cursor, quote, space)
    if (cursor.code() === quote) break
    space.read(cursor)
    value += space.text()
    space.clear()
  }
  cursor.pos++
  return scalarToken(quote === SINGLE_QUOTE ? 'single-quoted' : 'double-quoted', start, cursor.pos, value)
}

/** Reads the words of a line as they stand, up to the last one that may hold something else. */
function readLine(cursor: Cursor): string {
  const from = cursor.pos
  cursor.skipClass(QUOTED)
  while (cursor.pos > from && isBlank(cursor.ahead(-1))) cursor.pos--
  return cursor.text.slice(from, cursor.pos)
}

/** Reads up to white space or the closing quote; an escaped line break is noted in `space`. */
function readWord(cursor: Cursor, quote: number, space: Folding): string {
  let word = ''
  let from = cursor.pos
  while (!isBlankOrEnd(cursor.code())) {
    const code = cursor.code()
    if (code === quote && !(quote === SINGLE_QUOTE && cursor.ahead(1) === SINGLE_QUOTE)) break
    if (code !== quote && !(code === BACKSLASH && quote === DOUBLE_QUOTE)) {
      cursor.pos++
      cursor.skipClass(WORD)
      continue
    }
    word += cursor.text.slice(from, cursor.pos)
    if (code === BACKSLASH && isBreak(cursor.ahead(1))) {
      cursor.pos++
      cursor.skipBreak()
      space.escapeBreak()
      return word
    }
    word += code === BACKSLASH ? takeEscape(cursor) : readDoubledQuote(cursor)
    from = cursor.pos
  }
  return word + cursor.text.slice(from, cursor.pos)
}

function readDoubledQuote(cursor: Cursor): string {
  cursor.pos += 2
  return "'"
}

function takeEscape(cursor: Cursor): string {
  const found = readEscape(cursor.text, cursor.pos)
  if ('problem' in found) throw new YamlFault(cursor.pos, found.problem)
  cursor.pos += found.length
  return found.text
}
