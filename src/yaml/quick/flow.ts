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
  SPACE
} from '../characters.ts'
import { classes, FLOW_PLAIN, LINE, START } from '../classes.ts'
import { setOwn, type YamlMapping } from '../own-property.ts'
import { type QuickCursor, quickDepth, rare } from './cursor.ts'
import { internKey, longestKey } from './keys.ts'
import { plainValue } from './plain.ts'
import { readQuoted } from './quoted.ts'

/** Reads `[…]` or `{…}`; the cursor is left behind the closing bracket. */
export function readFlow(cursor: QuickCursor, depth: number): unknown {
  if (depth > quickDepth) throw rare
  return cursor.text.charCodeAt(cursor.pos) === OPEN_BRACKET ? readList(cursor, depth) : readMapping(cursor, depth)
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
  const { text } = cursor
  const start = cursor.pos
  const first = text.charCodeAt(start)
  const quoted = first === DOUBLE_QUOTE || first === SINGLE_QUOTE
  const key = quoted ? readQuoted(cursor) : internKey(text, start, skipFlowPlain(cursor))
  while (text.charCodeAt(cursor.pos) === SPACE) cursor.pos++
  if ((quoted && cursor.broke) || cursor.pos - start > longestKey) throw rare
  return key
}

function readPairValue(cursor: QuickCursor, depth: number): unknown {
  const { text } = cursor
  if (text.charCodeAt(cursor.pos) !== COLON) return null
  cursor.pos++
  const code = skipSpace(cursor)
  return code === COMMA || code === CLOSE_BRACE ? null : readValue(cursor, depth)
}

function readValue(cursor: QuickCursor, depth: number): unknown {
  const { text } = cursor
  const code = text.charCodeAt(cursor.pos)
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return readQuoted(cursor)
  if (code === OPEN_BRACKET || code === OPEN_BRACE) return readFlow(cursor, depth + 1)
  const start = cursor.pos
  return plainValue(text, start, skipFlowPlain(cursor))
}

/** Steps over a plain scalar on one line; returns the offset behind it. */
function skipFlowPlain(cursor: QuickCursor): number {
  const { text } = cursor
  let { pos } = cursor
  let code = text.charCodeAt(pos)
  if (((classes[code] as number) & START) === 0 && !beginsWithDash(text, pos)) throw rare
  for (;;) {
    while (((classes[code] as number) & FLOW_PLAIN) !== 0) code = text.charCodeAt(++pos)
    const goesOn =
      code === COLON ? staysPlain(text.charCodeAt(pos + 1)) : code === HASH && text.charCodeAt(pos - 1) !== SPACE
    if (!goesOn) break
    code = text.charCodeAt(++pos)
  }
  cursor.pos = pos
  while (text.charCodeAt(pos - 1) === SPACE) pos--
  return pos
}

function staysPlain(code: number): boolean {
  return code !== SPACE && ((classes[code] as number) & LINE) !== 0 && code !== 0x09
}

/** A dash begins a plain scalar unless a blank follows it. */
function beginsWithDash(text: string, pos: number): boolean {
  return text.charCodeAt(pos) === DASH && staysPlain(text.charCodeAt(pos + 1))
}

/** Steps over spaces, comments and line ends, and returns what stands there. */
function skipSpace(cursor: QuickCursor): number {
  const { text } = cursor
  let { pos } = cursor
  let code = text.charCodeAt(pos)
  for (;;) {
    while (code === SPACE) code = text.charCodeAt(++pos)
    if (code === HASH) while (((classes[code] as number) & LINE) !== 0) code = text.charCodeAt(++pos)
    if (code !== LF) break
    code = text.charCodeAt(++pos)
    if (pos === text.length || isMarkerLike(code)) throw rare
  }
  cursor.pos = pos
  return code
}

/** What begins a line may be a document marker or a directive. */
function isMarkerLike(code: number): boolean {
  return code === DASH || code === DOT || code === PERCENT
}
