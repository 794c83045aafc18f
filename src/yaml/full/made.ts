import type { ScalarText } from './node.ts'
import type { Token } from './token.ts'

/** A node that was made into a value. */
export interface Made {
  readonly start: number
  value: unknown
  /** Of a scalar, in case it is a key; undefined for collections. */
  readonly token: Token | undefined
  /** Of a scalar. */
  readonly tag: string
  /** How many nodes go-yaml counts for it, aliases expanded. */
  size: number
  /** Levels of nesting in it, aliases expanded. */
  height: number
  readonly isAlias: boolean
  /** Not yet at its end: an alias to it would hold itself. */
  open: boolean
}

/** What decides about the value of a scalar. */
export function scalarText({ value: text, style, start: contentStart }: Token, tag: string): ScalarText {
  return { tag, text, style, contentStart }
}
