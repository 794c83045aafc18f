import { CR, LF, NUL, SPACE, TAB } from '../characters.ts'
import { classes } from '../classes.ts'

/** What stands for a unit beyond Latin-1: a letter, which has the same classes, or what has none. */
const letter = 0xff
const noCharacter = NUL

/** How many NULs follow, so that looking ahead needs no check. */
const margin = 4

let bytes = Buffer.alloc(1 << 16)
let latest: string | undefined

/**
 * The units of `text` as bytes, with a line feed behind the last line where it has none, and some NULs: V8 gets a byte of
 * an array in a third of the time that it takes for a unit of a string, and makes less code for it. A unit beyond Latin-1
 * is told by its classes alone, which is all that the quick reader asks about it.
 *
 * There is one array, for the text that was asked for last.
 */
export function bytesOf(text: string): Uint8Array {
  if (text !== latest) fill(text)
  return bytes
}

function fill(text: string): void {
  const { length } = text
  const needed = length + margin + 1
  if (needed > bytes.length) bytes = Buffer.alloc(2 ** Math.ceil(Math.log2(needed)))
  if (isLatin1(text)) bytes.write(text, 'latin1')
  else fillUnits(text)
  for (let pos = length; pos < needed; pos++) bytes[pos] = NUL
  if (text.charCodeAt(length - 1) !== LF) bytes[length] = LF
  latest = text
}

function isLatin1(text: string): boolean {
  return !/[\u0100-\uffff]/.test(text)
}

function fillUnits(text: string): void {
  for (let pos = 0; pos < text.length; pos++) {
    const code = text.charCodeAt(pos)
    bytes[pos] = code <= letter ? code : classes[code] === 0 ? noCharacter : letter
  }
}

/** Whether the byte at `pos` has one of the classes in `bits`. */
export function has(bytes: Uint8Array, pos: number, bits: number): boolean {
  return ((classes[bytes[pos] as number] as number) & bits) !== 0
}

/** The offset of the first byte from `from` on that has none of the classes in `bits`. */
export function skip(bytes: Uint8Array, from: number, bits: number): number {
  // A local, since what is imported is looked up each time that it is used.
  const table = classes
  let pos = from
  while (((table[bytes[pos] as number] as number) & bits) !== 0) pos++
  return pos
}

/** The offset of the first byte from `from` on that is no space. */
export function skipSpaces(bytes: Uint8Array, from: number): number {
  let pos = from
  while (bytes[pos] === SPACE) pos++
  return pos
}

/** Whether the code is white space, as has to follow a `-` or `:` that means something. */
export function endsIndicator(code: number | undefined): boolean {
  return code === SPACE || code === LF || code === CR || code === TAB
}
