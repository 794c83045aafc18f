import { escapeCharacter, isPunctuation, shorthands } from './escape.ts'

/** A pattern being read. */
export interface Cursor {
  readonly pattern: string
  at: number
}

/** Reads `[…]` of single characters, ranges and shorthands; undefined for anything rarer, such as `[[:alpha:]]`. */
export function readClass(cursor: Cursor): string | undefined {
  const { pattern } = cursor
  let at = cursor.at + 1
  const isNegated = pattern[at] === '^'
  if (isNegated) at++
  let body = ''
  while (pattern[at] !== ']' || body === '') {
    const item = readItem(pattern, at)
    if (item === undefined) return undefined
    body += item.source
    at = item.end
  }
  cursor.at = at + 1
  return `[${isNegated ? '^' : ''}${body}]`
}

interface Item {
  readonly source: string
  readonly end: number
}

function readItem(pattern: string, at: number): Item | undefined {
  const shorthand = pattern[at] === '\\' ? shorthands[pattern.charAt(at + 1)] : undefined
  if (shorthand !== undefined) return pattern[at + 2] === '-' ? undefined : { source: shorthand, end: at + 2 }
  const from = readCharacter(pattern, at)
  if (from === undefined) return undefined
  const isRange = pattern[from.end] === '-' && pattern[from.end + 1] !== ']'
  if (!isRange) return { source: escapeCharacter(from.char), end: from.end }
  const to = readCharacter(pattern, from.end + 1)
  // A range that ends in a bare hyphen is valid, but left to the real engine.
  if (to === undefined || from.char > to.char || pattern[from.end + 1] === '-') return undefined
  return { source: `${escapeCharacter(from.char)}-${escapeCharacter(to.char)}`, end: to.end }
}

function readCharacter(pattern: string, at: number): { char: string; end: number } | undefined {
  const char = pattern.charAt(at)
  if (char === '\\') {
    const escaped = pattern.charAt(at + 1)
    return isPunctuation(escaped) ? { char: escaped, end: at + 2 } : undefined
  }
  // Beyond ASCII is left to the real engine: here one code unit is one character.
  return char === '' || char === '[' || char === ']' || char > '\x7f' ? undefined : { char, end: at + 1 }
}
