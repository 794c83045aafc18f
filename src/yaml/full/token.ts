export type TokenKind =
  | 'stream-end'
  | 'version-directive'
  | 'tag-directive'
  | 'document-start'
  | 'document-end'
  | 'block-sequence-start'
  | 'block-mapping-start'
  | 'block-end'
  | 'flow-sequence-start'
  | 'flow-sequence-end'
  | 'flow-mapping-start'
  | 'flow-mapping-end'
  | 'block-entry'
  | 'flow-entry'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar'

export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded'

/** A token of the scanner; offsets are relative to the document. */
export interface Token {
  readonly kind: TokenKind
  readonly start: number
  readonly end: number
  /** A scalar's content, an anchor's or alias's name, a tag's or tag directive's handle, a version. */
  readonly value: string
  /** A tag's suffix, or the prefix that a tag directive gives its handle. */
  readonly suffix: string
  readonly style: ScalarStyle
}

export function token(kind: TokenKind, start: number, end: number, value = '', suffix = ''): Token {
  return { kind, start, end, value, suffix, style: 'plain' }
}

export function scalarToken(style: ScalarStyle, start: number, end: number, value: string): Token {
  return { kind: 'scalar', start, end, value, suffix: '', style }
}
