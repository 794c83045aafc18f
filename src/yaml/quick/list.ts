import { CR, DASH, HASH, LF } from '../characters.ts'
import { readNode } from './block.ts'
import { endsIndicator, skipSpaces } from './bytes.ts'
import { type QuickCursor, rare } from './cursor.ts'
import { nextToken } from './next-token.ts'
import { quickDepth } from './open-entries.ts'

/** Reads the list whose `-` stand at `column`. */
export function readList(cursor: QuickCursor, column: number, depth: number): unknown[] {
  if (depth > quickDepth) throw rare
  const { bytes } = cursor
  const { latest } = cursor.entries
  cursor.entries.open(depth, cursor.pos)
  const items: unknown[] = []
  do {
    latest[depth] = cursor.pos
    items.push(readItem(cursor, column, depth + 1))
  } while (cursor.column === column && bytes[cursor.pos] === DASH && endsIndicator(bytes[cursor.pos + 1]))
  if (cursor.column > column) throw rare
  return items
}

function readItem(cursor: QuickCursor, column: number, depth: number): unknown {
  const { bytes, pos: dash } = cursor
  const start = skipSpaces(bytes, dash + 1)
  const code = bytes[start]
  cursor.pos = start
  if (code === LF || code === HASH || code === CR) {
    nextToken(cursor)
    return cursor.column > column ? readNode(cursor, column, depth) : null
  }
  cursor.column = column + start - dash
  return readNode(cursor, column, depth)
}
