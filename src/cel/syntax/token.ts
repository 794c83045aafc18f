export type TokenKind =
  | 'identifier'
  | 'escaped'
  | 'int'
  | 'uint'
  | 'double'
  | 'string'
  | 'bytes'
  | 'symbol'
  | 'end'
  | 'invalid'

export interface Token {
  readonly kind: TokenKind
  /** As written, of an invalid one what is wrong. Symbols include the words `in`, `true`, `false` and `null`, which cannot be names. */
  readonly text: string
  /** UTF-16 index of the first character. */
  readonly index: number
}
