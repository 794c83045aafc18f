import {
  AMPERSAND,
  ASTERISK,
  COLON,
  DASH,
  DOUBLE_QUOTE,
  GREATER,
  OPEN_BRACE,
  OPEN_BRACKET,
  PIPE,
  QUESTION,
  SINGLE_QUOTE
} from '../characters.ts'
import { START } from '../classes.ts'
import { readAlias, readAnchored } from './anchored.ts'
import { readBlockScalar } from './block-scalar.ts'
import { endsIndicator, has, skipSpaces } from './bytes.ts'
import { type QuickCursor, rare } from './cursor.ts'
import { readFlow } from './flow.ts'
import { readPlainKey } from './keys.ts'
import { readList } from './list.ts'
import { plainKey, quotedKey, readMapping } from './mapping.ts'
import { nextToken } from './next-token.ts'
import { quickDepth } from './open-entries.ts'
import { finishPlain, readPlain, skipPlain } from './plain.ts'
import { readQuoted } from './quoted.ts'

/**
 * Reads the node that begins at the cursor's token and is deeper than `indent`, and moves to the token behind it.
 * Such a node may be a block mapping or list, besides all that may stand behind a key.
 */
export function readNode(cursor: QuickCursor, indent: number, depth: number): unknown {
  if (depth > quickDepth) throw rare
  const { bytes, pos: start } = cursor
  if (has(bytes, start, START)) {
    const key = readPlainKey(cursor, start)
    return key === undefined ? readPlainNode(cursor, indent, depth) : readMapping(cursor, start, key, depth)
  }
  const code = bytes[start]
  if (code === DASH && endsIndicator(bytes[start + 1])) return readList(cursor, cursor.column, depth)
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return readQuotedNode(cursor, depth)
  return readInline(cursor, indent, depth)
}

/** A plain scalar, or a mapping with such a key. */
function readPlainNode(cursor: QuickCursor, indent: number, depth: number): unknown {
  const { pos: start } = cursor
  const end = skipPlain(cursor)
  if (cursor.bytes[cursor.pos] !== COLON) return finishPlain(cursor, start, end, indent)
  return readMapping(cursor, start, plainKey(cursor, start, end), depth)
}

/** A quoted scalar, or a mapping whose first key it is. */
function readQuotedNode(cursor: QuickCursor, depth: number): unknown {
  const { bytes, pos: start } = cursor
  const value = readQuoted(cursor)
  const after = cursor.pos
  cursor.pos = skipSpaces(bytes, after)
  if (bytes[cursor.pos] === COLON) return readMapping(cursor, start, quotedKey(cursor, start, value), depth)
  cursor.pos = after
  nextToken(cursor)
  return value
}

/** Reads a scalar or a bracketed collection that begins at the cursor, where no block collection may. */
export function readInline(cursor: QuickCursor, indent: number, depth: number): unknown {
  const { bytes } = cursor
  const code = bytes[cursor.pos]
  if (code === PIPE || code === GREATER) return readBlockScalar(cursor, indent)
  if (isPlainMark(code) && !endsIndicator(bytes[cursor.pos + 1])) return readPlain(cursor, indent)
  if (code === AMPERSAND) return readAnchored(cursor, indent, depth)
  let value: unknown
  if (code === ASTERISK) value = readAlias(cursor)
  else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) value = readQuoted(cursor)
  else if (code === OPEN_BRACKET || code === OPEN_BRACE) value = readFlow(cursor, depth + 1)
  else throw rare
  nextToken(cursor)
  return value
}

/** Marks that begin a plain scalar unless white space follows them. */
function isPlainMark(code: number | undefined): boolean {
  return code === DASH || code === COLON || code === QUESTION
}
