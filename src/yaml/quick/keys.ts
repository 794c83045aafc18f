import { COLON, LF, SPACE } from '../characters.ts'
import { classes, PLAIN, TYPED } from '../classes.ts'
import { resolvePlain } from '../scalar.ts'
import { has } from './bytes.ts'
import { type QuickCursor, rare } from './cursor.ts'

// Kubernetes objects use the same few hundred keys all over: a direct-mapped table finds most of them without
// making a string.
const slots = 4096
/** Longest key that has room in the table. */
const room = 64
const written = new Uint8Array(slots * room)
const lengths = new Uint8Array(slots)
const names: string[] = new Array(slots).fill('')
const marks = new Int32Array(slots)

/** Keys that are longer, with the spaces before their `:`, may be longer than YAML allows. */
export const longestKey = 1000

/**
 * Reads the key that begins at `start`, and moves to its `:`. Undefined, and the cursor stays, where there is none that
 * is plain, with white space behind its `:` and none before it. `start` is where a plain scalar can begin.
 */
export function readPlainKey(cursor: QuickCursor, start: number): string | undefined {
  const { bytes } = cursor
  // A local, since what is imported is looked up each time that it is used.
  const table = classes
  let end = start + 1
  while (((table[bytes[end] as number] as number) & PLAIN) !== 0) end++
  if (bytes[end] !== COLON || bytes[end - 1] === SPACE || end - start > longestKey) return undefined
  if (bytes[end + 1] !== SPACE && bytes[end + 1] !== LF) return undefined
  cursor.pos = end
  return internKey(cursor, start, end)
}

/** The key written from `start` to `end`, as one string however often it is read. Its mark is left in `cursor.mark`. */
export function internKey(cursor: QuickCursor, start: number, end: number): string {
  const { bytes } = cursor
  const known = written
  const slot = slotOf(bytes, start, end)
  let pos = start
  if (lengths[slot] === end - start) for (let at = slot * room; pos < end && bytes[pos] === known[at]; at++) pos++
  if (pos < end) return addKey(cursor, start, end, slot)
  cursor.mark = marks[slot] as number
  return names[slot] as string
}

/** Four of its characters and the length tell nearly all keys apart. */
function slotOf(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start
  const first = bytes[start] as number
  const early = bytes[start + (length >> 2)] as number
  const middle = bytes[start + (length >> 1)] as number
  const last = bytes[end - 1] as number
  return (first * 7 + early * 151 + middle * 61 + last * 331 + length * 1031) & (slots - 1)
}

function addKey(cursor: QuickCursor, start: number, end: number, slot: number): string {
  const { bytes } = cursor
  const text = cursor.text.slice(start, end)
  const name = has(bytes, start, TYPED) ? keyName(text) : text
  cursor.mark = text === '<<' ? mergeMark : markOf(name)
  if (end - start > room) return name
  const target = slot * room - start
  let highest = 0
  for (let pos = start; pos < end; pos++) {
    const byte = bytes[pos] as number
    written[target + pos] = byte
    if (byte > highest) highest = byte
  }
  // Beyond ASCII one byte may stand for several characters.
  lengths[slot] = highest < 0x80 ? end - start : 0
  names[slot] = name
  marks[slot] = cursor.mark
  return name
}

/** The mark of a plain `<<`, which merges its value into the mapping and sets no key. */
export const mergeMark = 0

/** One bit of 32 that a key sets: where no other key of the mapping has set it, the key is new. */
export function markOf(key: string): number {
  const { length } = key
  return 1 << (length + key.charCodeAt(length >> 1))
}

function keyName(text: string): string {
  const value = resolvePlain(text)
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number' && /^(0|[1-9][0-9]{0,14})$/.test(text)) return text
  throw rare
}
