/** Character codes and classes as go-yaml's scanner has them: a YAML 1.1 reader, so NEL, LS and PS break lines too. */

export const NUL = 0x00
export const TAB = 0x09
export const LF = 0x0a
export const CR = 0x0d
export const SPACE = 0x20
export const BANG = 0x21
export const DOUBLE_QUOTE = 0x22
export const HASH = 0x23
export const PERCENT = 0x25
export const AMPERSAND = 0x26
export const SINGLE_QUOTE = 0x27
export const ASTERISK = 0x2a
export const PLUS = 0x2b
export const COMMA = 0x2c
export const DASH = 0x2d
export const DOT = 0x2e
export const ZERO = 0x30
export const NINE = 0x39
export const COLON = 0x3a
export const LESS = 0x3c
export const GREATER = 0x3e
export const QUESTION = 0x3f
export const AT = 0x40
export const OPEN_BRACKET = 0x5b
export const BACKSLASH = 0x5c
export const CLOSE_BRACKET = 0x5d
export const BACKTICK = 0x60
export const OPEN_BRACE = 0x7b
export const PIPE = 0x7c
export const CLOSE_BRACE = 0x7d
export const NEL = 0x85
export const LINE_SEPARATOR = 0x2028
export const PARAGRAPH_SEPARATOR = 0x2029
export const BYTE_ORDER_MARK = 0xfeff

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB
}

export function isBreak(code: number): boolean {
  return code === LF || code === CR || code === NEL || code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR
}

/** A line break, or the NUL that ends the scanned text. */
export function isBreakOrEnd(code: number): boolean {
  return isBreak(code) || code === NUL
}

/** Whatever separates tokens: a blank, a line break or the end. */
export function isBlankOrEnd(code: number): boolean {
  return isBlank(code) || isBreakOrEnd(code)
}

export function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE
}

/** Characters of anchors, tag handles and directive names: `[0-9A-Za-z_-]`. */
export function isWord(code: number): boolean {
  return (
    isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f || code === DASH
  )
}

/** Value of a hexadecimal digit, or -1. */
export function hexValue(code: number): number {
  if (isDigit(code)) return code - ZERO
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : -1
}

// Everything that YAML 1.1 does not count as printable.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/

/** Offset of the first character that no YAML text may hold, or -1. Lone surrogates count: UTF-8 cannot hold them. */
export function findForbidden(text: string): number {
  return text.isWellFormed()
    ? text.search(forbidden)
    : text.search(new RegExp(`${forbidden.source}|\\p{Surrogate}`, 'u'))
}
