import { COLON, CR, DASH, DOT, DOUBLE_QUOTE, HASH, LF, SINGLE_QUOTE, SPACE, TAB } from '../characters.ts'
import { classes, PLAIN, START } from '../classes.ts'
import { setOwn, type YamlMapping } from '../own-property.ts'
import { readInline, readNode } from './block.ts'
import { endsIndicator, has, skipSpaces } from './bytes.ts'
import { QuickCursor, rare } from './cursor.ts'
import { internKey, longestKey, markOf, mergeMark, readPlainKey } from './keys.ts'
import { readList } from './list.ts'
import { nextToken } from './next-token.ts'
import { OpenEntries, quickDepth } from './open-entries.ts'
import { plainValue, readPlain, skipPlain } from './plain.ts'
import { readQuoted } from './quoted.ts'

/**
 * Reads the mapping that begins at `start`, at the token's column; the cursor stands at the `:` of its first key.
 *
 * What most of a manifest is made of is read right here: behind a key, a plain scalar on one line, or a mapping or a list
 * on the lines below. All in one function, since of several small ones V8 would put each into the others and compile all
 * that over and over.
 */
export function readMapping(cursor: QuickCursor, start: number, firstKey: string, depth: number): YamlMapping {
  if (depth > quickDepth) throw rare
  const { bytes, column } = cursor
  // A local, since what is imported is looked up each time that it is used.
  const table = classes
  const { latest } = cursor.entries
  cursor.entries.open(depth, start)
  const mapping: YamlMapping = {}
  let key = firstKey
  let keyStart = start
  /** The bits that the keys have set so far. */
  let marks = 0
  for (;;) {
    const { mark, pos: colon } = cursor
    if ((marks & mark) !== 0 && Object.hasOwn(mapping, key)) noteDuplicate(cursor, column, start, key, keyStart)
    marks |= mark
    const from = colon + 2
    let value: unknown
    if (bytes[colon + 1] === LF) {
      const next = skipSpaces(bytes, from)
      const nextColumn = next - from
      cursor.column = nextColumn
      if (nextColumn > column && has(bytes, next, START)) {
        const innerKey = readPlainKey(cursor, next)
        if (innerKey !== undefined) value = readMapping(cursor, next, innerKey, depth + 1)
      } else if (nextColumn >= column && bytes[next] === DASH && bytes[next + 1] === SPACE) {
        cursor.pos = next
        value = readList(cursor, nextColumn, depth + 1)
      }
    } else if (bytes[colon + 1] === SPACE && has(bytes, from, START)) {
      let end = from
      do {
        do end++
        while (((table[bytes[end] as number] as number) & PLAIN) !== 0)
      } while (bytes[end] === COLON && staysPlain(bytes, end + 1))
      if (bytes[end] === LF && bytes[end - 1] !== SPACE) {
        let next = end + 1
        while (bytes[next] === SPACE) next++
        const nextColumn = next - end - 1
        cursor.pos = next
        cursor.column = nextColumn
        if (nextColumn <= column && isPlainToken(bytes, next, nextColumn)) value = plainValue(cursor, from, end)
        else cursor.pos = colon
      }
    }
    if (value === undefined) value = readPairValue(cursor, column, depth + 1)
    if (mark === mergeMark) merge(mapping, value)
    else if (key === '__proto__') setOwn(mapping, key, value)
    else mapping[key] = value
    if (cursor.column !== column) break
    keyStart = cursor.pos
    key = (has(bytes, keyStart, START) ? readPlainKey(cursor, keyStart) : undefined) ?? readKey(cursor)
    latest[depth] = keyStart
  }
  if (cursor.column > column) throw rare
  return mapping
}

/** Whether the token that begins a line is a plain scalar or a dash, and surely no document marker. */
function isPlainToken(bytes: Uint8Array, pos: number, column: number): boolean {
  if (column === 0 && bytes[pos] === DOT) return false
  return has(bytes, pos, START) || (bytes[pos] === DASH && column > 0)
}

function staysPlain(bytes: Uint8Array, pos: number): boolean {
  return bytes[pos] !== SPACE && has(bytes, pos, PLAIN)
}

/** Reads what follows the `:` at the cursor, whatever it is, for a mapping at column `indent`. */
function readPairValue(cursor: QuickCursor, indent: number, depth: number): unknown {
  const { bytes } = cursor
  const start = skipSpaces(bytes, cursor.pos + 1)
  const code = bytes[start]
  cursor.pos = start
  if (has(bytes, start, START)) return readPlain(cursor, indent)
  if (code !== LF && code !== HASH && code !== CR && code !== TAB) return readInline(cursor, indent, depth)
  nextToken(cursor)
  if (cursor.column > indent) return readNode(cursor, indent, depth)
  if (cursor.column < indent || cursor.column < 0) return null
  const isList = bytes[cursor.pos] === DASH && endsIndicator(bytes[cursor.pos + 1])
  return isList ? readList(cursor, indent, depth) : null
}

/** `<<`: merged values replace those of keys that stand before it. Lists of mappings, and faults, need the full reader. */
function merge(mapping: YamlMapping, merged: unknown): void {
  if (typeof merged !== 'object' || merged === null || Array.isArray(merged)) throw rare
  for (const [key, value] of Object.entries(merged)) setOwn(mapping, key, value)
}

function noteDuplicate(cursor: QuickCursor, column: number, start: number, name: string, again: number): void {
  const first = findKey(cursor, column, start, name)
  // A key that was merged may be set again.
  if (first === again) return
  cursor.duplicates ??= []
  cursor.duplicates.push({ name, first, again })
}

/** Offset of a key in the mapping that begins at `start`, which is read once more up to there. */
function findKey({ text }: QuickCursor, column: number, start: number, name: string): number {
  const cursor = new QuickCursor(text, new OpenEntries())
  cursor.pos = start
  for (;;) {
    const at = cursor.pos
    if (readKey(cursor) === name && cursor.mark !== mergeMark) return at
    readPairValue(cursor, column, 1)
  }
}

/** Reads a key of any form and leaves the cursor at its `:`. */
export function readKey(cursor: QuickCursor): string {
  const { bytes, pos: start } = cursor
  const code = bytes[start]
  if (has(bytes, start, START)) {
    const end = skipPlain(cursor)
    if (bytes[cursor.pos] !== COLON) throw rare
    return plainKey(cursor, start, end)
  }
  if (code !== DOUBLE_QUOTE && code !== SINGLE_QUOTE) throw rare
  const key = readQuoted(cursor)
  cursor.pos = skipSpaces(bytes, cursor.pos)
  if (bytes[cursor.pos] !== COLON) throw rare
  return quotedKey(cursor, start, key)
}

/** The plain key from `start` to `end`, with the cursor at the `:` behind it. */
export function plainKey(cursor: QuickCursor, start: number, end: number): string {
  if (cursor.pos - start > longestKey) throw rare
  return internKey(cursor, start, end)
}

/** The key that was read in quotes from `start` on, with the cursor at the `:` behind it. */
export function quotedKey(cursor: QuickCursor, start: number, key: string): string {
  if (cursor.broke || cursor.pos - start > longestKey || !endsIndicator(cursor.bytes[cursor.pos + 1])) throw rare
  cursor.mark = markOf(key)
  return key
}
