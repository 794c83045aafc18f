import { hexValue } from './characters.ts'

const simple: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029'
}

/** How many hexadecimal digits follow the letter of an escape that has some. */
const digitCounts: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

/** An escape of double-quoted text, or why it is none. */
export type Escape = { readonly text: string; readonly length: number } | { readonly problem: string }

/** Reads the escape whose backslash is at `at`. A line break behind the backslash is not read here. */
export function readEscape(source: string, at: number): Escape {
  const letter = source[at + 1] ?? ''
  const text = simple[letter]
  if (text !== undefined) return { text, length: 2 }
  const count = digitCounts[letter]
  if (count !== undefined) return readCodePoint(source, at + 2, count)
  return { problem: `\\${letter} is no escape that YAML knows: write \\\\${letter}, or use single quotes` }
}

function readCodePoint(source: string, at: number, count: number): Escape {
  let value = 0
  for (let pos = at; pos < at + count; pos++) {
    const digit = pos < source.length ? hexValue(source.charCodeAt(pos)) : -1
    if (digit < 0) return { problem: `${count} hexadecimal digits must follow this escape` }
    value = value * 16 + digit
  }
  if (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
    return { problem: 'this escape is no Unicode character; write those beyond U+FFFF as \\U and 8 digits' }
  return { text: String.fromCodePoint(value), length: count + 2 }
}
