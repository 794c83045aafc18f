import { LF } from '../characters.ts'

/** What the white space between two lines of a scalar contributes: one break is a space, of more all but the first stay. */
export function folded(bytes: Uint8Array, from: number, to: number): string {
  const breaks = breaksIn(bytes, from, to)
  return breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)
}

export function breaksIn(bytes: Uint8Array, from: number, to: number): number {
  let breaks = 0
  for (let pos = from; pos < to; pos++) if (bytes[pos] === LF) breaks++
  return breaks
}
