import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DASH,
  DOT,
  DOUBLE_QUOTE,
  HASH,
  LF,
  OPEN_BRACE,
  OPEN_BRACKET,
  PERCENT,
  SINGLE_QUOTE,
  SPACE,
  TAB
} from '../characters.ts'
import { FLOW_PLAIN, LINE, START } from '../classes.ts'
import { setOwn, type YamlMapping } from '../own-property.ts'
import { has, skip, skipSpaces } from './bytes.ts'
import { type QuickCursor, rare } from './cursor.ts'
import { internKey, longestKey, mergeMark } from './keys.ts'
import { quickDepth } from './open-entries.ts'
import { plainValue } from './plain.ts'
import { readQuoted } from './quoted.ts'

/** Reads `[…]` or `{…}`; the cursor is left behind the closing bracket. */
export function readFlow(cursor: QuickCursor, depth: number): unknown {
  if (depth > quickDepth) throw rare
  return cursor.bytes[cursor.pos] === OPEN_BRACKET ? readList(cursor, depth) : readMapping(cursor, depth)
}

function readList(cursor: QuickCursor, depth: number): unknown[] {
  const items: unknown[] = []
  cursor.pos++
  for (;;) {
    if (skipSpace(cursor) === CLOSE_BRACKET) break
    items.push(readValue(cursor, depth))
    const code = skipSpace(cursor)
    if (code === CLOSE_BRACKET) break
    // A ":" here makes a mapping of one pair, which nobody writes.
    if (code !== COMMA) throw rare
    cursor.pos++
  }
  cursor.pos++
  return items
}

function readMapping(cursor: QuickCursor, depth: number): YamlMapping {
  const mapping: YamlMapping = {}
  cursor.pos++
  for (;;) {
    if (skipSpace(cursor) === CLOSE_BRACE) break
    const key = readKey(cursor)
    if (Object.hasOwn(mapping, key)) throw rare
    setOwn(mapping, key, readPairValue(cursor, depth))
    const code = skipSpace(cursor)
    if (code === CLOSE_BRACE) break
    if (code !== COMMA) throw rare
    cursor.pos++
  }
  cursor.pos++
  return mapping
}

/** Reads a key up to its `:`, or up to what shows that it has none. */
function readKey(cursor: QuickCursor): string {
  const { bytes, pos: start } = cursor
  const first = bytes[start]
  const quoted = first === DOUBLE_QUOTE || first === SINGLE_QUOTE
  const key = quoted ? readQuoted(cursor) : internKey(cursor, start, skipFlowPlain(cursor))
  cursor.pos = skipSpaces(bytes, cursor.pos)
  if (!quoted && cursor.mark === mergeMark) throw rare
  if ((quoted && cursor.broke) || cursor.pos - start > longestKey) throw rare
  return key
}

function readPairValue(cursor: QuickCursor, depth: number): unknown {
  if (cursor.bytes[cursor.pos] !== COLON) return null
  cursor.pos++
  const code = skipSpace(cursor)
  return code === COMMA || code === CLOSE_BRACE ? null : readValue(cursor, depth)
}

function readValue(cursor: QuickCursor, depth: number): unknown {
  const { pos: start } = cursor
  const code = cursor.bytes[start]
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return readQuoted(cursor)
  if (code === OPEN_BRACKET || code === OPEN_BRACE) return readFlow(cursor, depth + 1)
  return plainValue(cursor, start, skipFlowPlain(cursor))
}

/** Steps over a plain scalar on one line; returns the offset behind it. */
function skipFlowPlain(cursor: QuickCursor): number {
  const { bytes } = cursor
  let { pos } = cursor
  if (!has(bytes, pos, START) && !beginsWithDash(bytes, pos)) throw rare
  for (;;) {
    pos = skip(bytes, pos, FLOW_PLAIN)
    const code = bytes[pos]
    const goesOn = code === COLON ? staysPlain(bytes, pos + 1) : code === HASH && bytes[pos - 1] !== SPACE
    if (!goesOn) break
    pos++
  }
  cursor.pos = pos
  while (bytes[pos - 1] === SPACE) pos--
  return pos
}

function staysPlain(bytes: Uint8Array, pos: number): boolean {
  return bytes[pos] !== SPACE && bytes[pos] !== TAB && has(bytes, pos, LINE)
}

/** A dash begins a plain scalar unless a blank follows it. */
function beginsWithDash(bytes: Uint8Array, pos: number): boolean {
  return bytes[pos] === DASH && staysPlain(bytes, pos + 1)
}

/** Steps over spaces, comments and line ends, and returns what stands there. */
function skipSpace(cursor: QuickCursor): number | undefined {
  const { bytes } = cursor
  let { pos } = cursor
  for (;;) {
    pos = skipSpaces(bytes, pos)
    if (bytes[pos] === HASH) pos = skip(bytes, pos, LINE)
    if (bytes[pos] !== LF) break
    pos++
    if (pos === cursor.length || isMarkerLike(bytes[pos])) throw rare
  }
  cursor.pos = pos
  return bytes[pos]
}

/** What begins a line may be a document marker or a directive. */
function isMarkerLike(code: number | undefined): boolean {
  return code === DASH || code === DOT || code === PERCENT
}
