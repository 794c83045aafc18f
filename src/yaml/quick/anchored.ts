import { AMPERSAND, ASTERISK, CR, HASH, isWord, LF } from '../characters.ts'
import { START } from '../classes.ts'
import { Anchors } from './anchors.ts'
import { readInline, readNode } from './block.ts'
import { endsIndicator, has, skipSpaces } from './bytes.ts'
import { type QuickCursor, rare } from './cursor.ts'
import { nextToken } from './next-token.ts'
import { readPlain } from './plain.ts'

/** Reads `&name` and the value behind it, on the same line or deeper below. */
export function readAnchored(cursor: QuickCursor, indent: number, depth: number): unknown {
  const start = cursor.pos
  const name = readName(cursor)
  cursor.anchors ??= new Anchors()
  const begun = cursor.anchors.begin(name)
  cursor.pos = skipSpaces(cursor.bytes, cursor.pos)
  const value = readBehindAnchor(cursor, indent, depth)
  cursor.anchors.end(name, begun, value, cursor.pos - start)
  return value
}

function readBehindAnchor(cursor: QuickCursor, indent: number, depth: number): unknown {
  const { bytes } = cursor
  const code = bytes[cursor.pos]
  if (has(bytes, cursor.pos, START)) return readPlain(cursor, indent)
  if (code === AMPERSAND || code === ASTERISK) throw rare
  if (code !== LF && code !== HASH && code !== CR) return readInline(cursor, indent, depth)
  nextToken(cursor)
  const next = bytes[cursor.pos]
  // A node has one anchor: a second one begins a node of its own.
  if (cursor.column <= indent || next === AMPERSAND || next === ASTERISK) throw rare
  return readNode(cursor, indent, depth)
}

export function readAlias(cursor: QuickCursor): unknown {
  const name = readName(cursor)
  if (cursor.anchors === undefined) throw rare
  return cursor.anchors.use(name)
}

/** Reads the name behind a `&` or `*`. */
function readName(cursor: QuickCursor): string {
  const { text, bytes, pos } = cursor
  let end = pos + 1
  while (isWord(bytes[end] as number)) end++
  if (end === pos + 1 || !endsIndicator(bytes[end])) throw rare
  cursor.pos = end
  return text.slice(pos + 1, end)
}
