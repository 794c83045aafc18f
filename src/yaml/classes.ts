/** What each UTF-16 unit may be part of, as bits in a table, so that inner loops make one look-up a character. */

/** Inside a comment or a line of a block scalar: anything printable, and tabs. */
export const LINE = 1
/** Inside a plain scalar, whatever stands beside it. */
export const PLAIN = 2
/** Inside a plain scalar between brackets. */
export const FLOW_PLAIN = 4
/** At the beginning of a plain scalar or key, whatever follows. */
export const START = 8
/** At the beginning of plain scalars that may be something else than text. */
export const TYPED = 16

/** Inside any scalar, without a meaning of its own anywhere: letters, digits and the like. */
export const WORD = 32
/** Inside quotes of either kind, as itself: what `LINE` has, without both quotes and the backslash. */
export const QUOTED = 64
/** Inside numbers of any form: decimal, octal, hexadecimal, binary, with a fraction, an exponent or `_`, and `.inf`. */
export const NUMERIC = 128

/** Class bits by UTF-16 unit. Control characters and rare line breaks have none. */
export const classes = makeTable()

function makeTable(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(LINE | PLAIN | FLOW_PLAIN | START | WORD | QUOTED)
  table.fill(0, 0, 0x20)
  // DEL, the second set of control characters with NEL, and Unicode's line separators, marks and non-characters.
  table.fill(0, 0x7f, 0xa0)
  for (const code of [0x2028, 0x2029, 0xfeff, 0xfffe, 0xffff]) table[code] = 0
  set(table, '\t:#', LINE | QUOTED)
  set(table, ',[]{}', LINE | PLAIN | QUOTED)
  set(table, '?', LINE | PLAIN | QUOTED)
  set(table, ' -&*!|>%@`', LINE | PLAIN | FLOW_PLAIN | QUOTED)
  set(table, '\'"', LINE | PLAIN | FLOW_PLAIN)
  set(table, '\\', LINE | PLAIN | FLOW_PLAIN | START)
  add(table, 'yYnNtTfFoO~.0123456789+-', TYPED)
  add(table, '0123456789+-._abcdefABCDEFoOxXinIN', NUMERIC)
  return table
}

function set(table: Uint8Array, characters: string, bits: number): void {
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = bits
}

function add(table: Uint8Array, characters: string, bits: number): void {
  for (let i = 0; i < characters.length; i++) {
    const code = characters.charCodeAt(i)
    table[code] = (table[code] ?? 0) | bits
  }
}
