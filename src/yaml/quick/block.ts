import {
  AMPERSAND,
  ASTERISK,
  COLON,
  CR,
  DASH,
  DOUBLE_QUOTE,
  GREATER,
  HASH,
  isWord,
  LF,
  OPEN_BRACE,
  OPEN_BRACKET,
  PIPE,
  QUESTION,
  SINGLE_QUOTE,
  SPACE,
  TAB
} from '../characters.ts'
import { classes, START } from '../classes.ts'
import { setOwn, type YamlMapping } from '../own-property.ts'
import { Anchors } from './anchors.ts'
import { readBlockScalar } from './block-scalar.ts'
import { QuickCursor, quickDepth, rare } from './cursor.ts'
import { readFlow } from './flow.ts'
import { internKey, longestKey } from './keys.ts'
import { nextToken } from './next-token.ts'
import { finishPlain, readPlain, skipPlain } from './plain.ts'
import { markOf, readPlainPairs } from './plain-pairs.ts'
import { readQuoted } from './quoted.ts'

/**
 * Reads the node that begins at the cursor's token and is deeper than `indent`, and moves to the token behind it.
 * Such a node may be a block mapping or list, besides all that may stand behind a key.
 */
export function readNode(cursor: QuickCursor, indent: number, depth: number): unknown {
  if (depth > quickDepth) throw rare
  const { text, pos: start } = cursor
  const code = text.charCodeAt(start)
  if (((classes[code] as number) & START) !== 0) {
    const end = skipPlain(cursor)
    if (text.charCodeAt(cursor.pos) !== COLON) return finishPlain(cursor, start, end, indent)
    return readMapping(cursor, start, plainKey(cursor, start, end), depth)
  }
  if (code === DASH && endsIndicator(text.charCodeAt(start + 1))) return readList(cursor, cursor.column, depth)
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return readQuotedNode(cursor, depth)
  return readInline(cursor, indent, depth)
}

/** A quoted scalar, or a mapping whose first key it is. */
function readQuotedNode(cursor: QuickCursor, depth: number): unknown {
  const { text, pos: start } = cursor
  const value = readQuoted(cursor)
  const after = cursor.pos
  while (text.charCodeAt(cursor.pos) === SPACE) cursor.pos++
  if (text.charCodeAt(cursor.pos) === COLON) return readMapping(cursor, start, quotedKey(cursor, start, value), depth)
  cursor.pos = after
  nextToken(cursor)
  return value
}

function plainKey(cursor: QuickCursor, start: number, end: number): string {
  if (cursor.pos - start > longestKey) throw rare
  return internKey(cursor.text, start, end)
}

function quotedKey(cursor: QuickCursor, start: number, key: string): string {
  if (cursor.broke || cursor.pos - start > longestKey || !endsIndicator(cursor.text.charCodeAt(cursor.pos + 1)))
    throw rare
  return key
}

/** Reads the mapping that begins at `start`, at the token's column; the cursor stands at the `:` of its first key. */
function readMapping(cursor: QuickCursor, start: number, firstKey: string, depth: number): YamlMapping {
  const { column } = cursor
  const mapping: YamlMapping = {}
  let key = firstKey
  cursor.keyStart = start
  cursor.marks = 0
  for (;;) {
    const next = readPlainPairs(cursor, mapping, key)
    if (next !== undefined) readPair(cursor, mapping, next, start, depth)
    if (cursor.column !== column) break
    cursor.keyStart = cursor.pos
    key = readKey(cursor)
  }
  if (cursor.column > column) throw rare
  return mapping
}

/** Reads what stands behind the `:` at the cursor into the mapping that begins at `start`. */
function readPair(cursor: QuickCursor, mapping: YamlMapping, key: string, start: number, depth: number): void {
  const mark = markOf(key)
  if ((cursor.marks & mark) !== 0 && Object.hasOwn(mapping, key)) noteDuplicate(cursor, start, key)
  const marks = cursor.marks | mark
  cursor.pos++
  setOwn(mapping, key, readPairValue(cursor, cursor.column, depth + 1))
  cursor.marks = marks
}

function noteDuplicate(cursor: QuickCursor, start: number, name: string): void {
  cursor.duplicates ??= []
  cursor.duplicates.push({ name, first: findKey(cursor, start, name), again: cursor.keyStart })
}

/** Offset of a key in the mapping that begins at `start`, which is read once more up to there. */
function findKey({ text, column }: QuickCursor, start: number, name: string): number {
  const cursor = new QuickCursor(text)
  cursor.pos = start
  cursor.column = column
  for (;;) {
    const at = cursor.pos
    if (readKey(cursor) === name) return at
    cursor.pos++
    readPairValue(cursor, column, 1)
  }
}

/** Reads a key and leaves the cursor at its `:`. */
function readKey(cursor: QuickCursor): string {
  const { text, pos: start } = cursor
  const code = text.charCodeAt(start)
  if (((classes[code] as number) & START) !== 0) {
    const end = skipPlain(cursor)
    if (text.charCodeAt(cursor.pos) !== COLON) throw rare
    return plainKey(cursor, start, end)
  }
  if (code !== DOUBLE_QUOTE && code !== SINGLE_QUOTE) throw rare
  const key = readQuoted(cursor)
  while (text.charCodeAt(cursor.pos) === SPACE) cursor.pos++
  if (text.charCodeAt(cursor.pos) !== COLON) throw rare
  return quotedKey(cursor, start, key)
}

/** Reads what follows a `:`, for a mapping at column `indent`. */
function readPairValue(cursor: QuickCursor, indent: number, depth: number): unknown {
  const { text } = cursor
  let { pos } = cursor
  let code = text.charCodeAt(pos)
  while (code === SPACE) code = text.charCodeAt(++pos)
  cursor.pos = pos
  if (((classes[code] as number) & START) !== 0) return readPlain(cursor, indent)
  if (code !== LF && code !== HASH && code !== CR && code !== TAB) return readInline(cursor, indent, depth)
  nextToken(cursor)
  if (cursor.column > indent) return readNode(cursor, indent, depth)
  if (cursor.column < indent || cursor.column < 0) return null
  const isList = text.charCodeAt(cursor.pos) === DASH && endsIndicator(text.charCodeAt(cursor.pos + 1))
  return isList ? readList(cursor, indent, depth) : null
}

/** Reads a scalar or a bracketed collection that begins at the cursor, where no block collection may. */
function readInline(cursor: QuickCursor, indent: number, depth: number): unknown {
  const { text } = cursor
  const code = text.charCodeAt(cursor.pos)
  if (code === PIPE || code === GREATER) return readBlockScalar(cursor, indent)
  if (isPlainMark(code) && !endsIndicator(text.charCodeAt(cursor.pos + 1))) return readPlain(cursor, indent)
  if (code === AMPERSAND) return readAnchored(cursor, indent, depth)
  let value: unknown
  if (code === ASTERISK) value = readAlias(cursor)
  else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) value = readQuoted(cursor)
  else if (code === OPEN_BRACKET || code === OPEN_BRACE) value = readFlow(cursor, depth + 1)
  else throw rare
  nextToken(cursor)
  return value
}

/** Reads `&name` and the value behind it, on the same line or deeper below. */
function readAnchored(cursor: QuickCursor, indent: number, depth: number): unknown {
  const { text } = cursor
  const name = readName(cursor)
  cursor.anchors ??= new Anchors()
  const begun = cursor.anchors.begin(name)
  while (text.charCodeAt(cursor.pos) === SPACE) cursor.pos++
  const value = readBehindAnchor(cursor, indent, depth)
  cursor.anchors.end(name, begun, value)
  return value
}

function readBehindAnchor(cursor: QuickCursor, indent: number, depth: number): unknown {
  const code = cursor.text.charCodeAt(cursor.pos)
  if (((classes[code] as number) & START) !== 0) return readPlain(cursor, indent)
  if (code === AMPERSAND || code === ASTERISK) throw rare
  if (code !== LF && code !== HASH && code !== CR) return readInline(cursor, indent, depth)
  nextToken(cursor)
  const next = cursor.text.charCodeAt(cursor.pos)
  // A node has one anchor: a second one begins a node of its own.
  if (cursor.column <= indent || next === AMPERSAND || next === ASTERISK) throw rare
  return readNode(cursor, indent, depth)
}

function readAlias(cursor: QuickCursor): unknown {
  const name = readName(cursor)
  if (cursor.anchors === undefined) throw rare
  return cursor.anchors.use(name)
}

/** Reads the name behind a `&` or `*`. */
function readName(cursor: QuickCursor): string {
  const { text, pos } = cursor
  let end = pos + 1
  while (isWord(text.charCodeAt(end))) end++
  if (end === pos + 1 || !endsIndicator(text.charCodeAt(end))) throw rare
  cursor.pos = end
  return text.slice(pos + 1, end)
}

/** Reads the list whose `-` stand at `column`. */
function readList(cursor: QuickCursor, column: number, depth: number): unknown[] {
  const { text } = cursor
  const items: unknown[] = []
  if (depth > quickDepth) throw rare
  do {
    items.push(readItem(cursor, column, depth + 1))
  } while (
    cursor.column === column &&
    text.charCodeAt(cursor.pos) === DASH &&
    endsIndicator(text.charCodeAt(cursor.pos + 1))
  )
  if (cursor.column > column) throw rare
  return items
}

function readItem(cursor: QuickCursor, column: number, depth: number): unknown {
  const { text } = cursor
  const dash = cursor.pos
  let pos = dash + 1
  let code = text.charCodeAt(pos)
  while (code === SPACE) code = text.charCodeAt(++pos)
  cursor.pos = pos
  if (code === LF || code === HASH || code === CR) {
    nextToken(cursor)
    return cursor.column > column ? readNode(cursor, column, depth) : null
  }
  cursor.column = column + pos - dash
  return readNode(cursor, column, depth)
}

/** Marks that begin a plain scalar unless white space follows them. */
function isPlainMark(code: number): boolean {
  return code === DASH || code === COLON || code === QUESTION
}

function endsIndicator(code: number): boolean {
  return code === SPACE || code === LF || code === CR || code === TAB
}
