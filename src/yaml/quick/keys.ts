import { resolvePlain } from '../scalar.ts'
import { rare } from './cursor.ts'

// Kubernetes objects use the same few hundred keys all over: a direct-mapped table finds most of them without
// making a string.
const slots = 4096
const texts: string[] = new Array(slots).fill('')
const names: string[] = new Array(slots).fill('')

/** Keys that are longer, with the spaces before their `:`, may be longer than YAML allows. */
export const longestKey = 1000

/** The key written as `text[start, end)`, as one string however often it is read. */
export function internKey(text: string, start: number, end: number): string {
  const length = end - start
  const slot = slotOf(text, start, end, length)
  const known = texts[slot] ?? ''
  if (known.length === length && text.startsWith(known, start)) return names[slot] ?? ''
  return addKey(text.slice(start, end), slot)
}

function slotOf(text: string, start: number, end: number, length: number): number {
  const first = text.charCodeAt(start)
  const middle = text.charCodeAt((start + end) >>> 1)
  const last = text.charCodeAt(end - 1)
  return (first * 7 + middle * 61 + last * 331 + length * 1031) & (slots - 1)
}

function addKey(written: string, slot: number): string {
  if (written === '<<') throw rare
  const name = asPropertyName(keyName(written))
  texts[slot] = written
  names[slot] = name
  return name
}

/**
 * The one copy of a string that V8 keeps for property names: with it, setting a property needs no look-up of the name.
 * The object has no prototype, so that V8 takes it for a dictionary: of any other it would note how each key makes a new
 * shape, and look for them whenever a mapping begins.
 */
function asPropertyName(name: string): string {
  const holder: Record<string, number> = Object.create(null)
  holder[name] = 0
  return Object.keys(holder)[0] ?? name
}

function keyName(written: string): string {
  const value = resolvePlain(written)
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number' && /^(0|[1-9][0-9]{0,14})$/.test(written)) return written
  throw rare
}
