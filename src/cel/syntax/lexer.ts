import type { Token, TokenKind } from './token.ts'

const escaped = String.raw`\\(?:[abfnrtv"'\\?\x60]|[xX][\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-3][0-7]{2})`

/** Strings in the order in which they must be tried: `"""` before the empty string, raw ones with their prefix. */
const quoted = [
  `"""(?:${escaped}|[^\\\\])*?"""`,
  `'''(?:${escaped}|[^\\\\])*?'''`,
  `"(?:${escaped}|[^\\\\"\\n\\r])*"`,
  `'(?:${escaped}|[^\\\\'\\n\\r])*'`,
  '[rR]"""[^]*?"""',
  "[rR]'''[^]*?'''",
  '[rR]"[^"\\n\\r]*"',
  "[rR]'[^'\\n\\r]*'"
].join('|')

const blank = /(?:[\t \r\n\f]|\/\/[^\n]*)+/y
const patterns: readonly (readonly [TokenKind, RegExp])[] = [
  ['bytes', new RegExp(`[bB](?:${quoted})`, 'y')],
  ['string', new RegExp(quoted, 'y')],
  ['identifier', /[A-Za-z_]\w*/y],
  ['escaped', /`[\w.\-/ ]+`/y],
  ['double', /\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?/y],
  ['uint', /(?:0x[\da-fA-F]+|\d+)[uU]/y],
  ['int', /0x[\da-fA-F]+|\d+/y],
  ['symbol', /==|!=|<=|>=|&&|\|\||[<>[\]{}().,\-!?:+*/%]/y]
]

/** Words that the grammar takes for itself. */
const words = new Set(['in', 'true', 'false', 'null'])

/**
 * Splits an expression into tokens, blanks and comments left out. The last token is `end`, or `invalid` at a character
 * that begins no token: the parser finds faults before it first.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let index = skipBlank(text, 0)
  while (index < text.length) {
    const token = tokenAt(text, index)
    tokens.push(token)
    if (token.kind === 'invalid') return tokens
    index = skipBlank(text, index + token.text.length)
  }
  tokens.push({ kind: 'end', text: '<EOF>', index })
  return tokens
}

function skipBlank(text: string, index: number): number {
  blank.lastIndex = index
  return blank.test(text) ? blank.lastIndex : index
}

function tokenAt(text: string, index: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = index
    const found = pattern.exec(text)?.[0]
    if (found !== undefined) return { kind: words.has(found) ? 'symbol' : kind, text: found, index }
  }
  const character = String.fromCodePoint(text.codePointAt(index) ?? 0)
  const what = /["'`]/.test(character) ? `unterminated or malformed literal ${character}` : `'${character}'`
  return { kind: 'invalid', text: `token recognition error at: ${what}`, index }
}
