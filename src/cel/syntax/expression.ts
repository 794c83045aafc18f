/**
 * The syntax tree. Every node has an id, unique in its expression, under which the checker files its findings, and
 * the offset in code points that messages about it point to: an operator's for calls, the first character otherwise.
 */
import type { CelValue } from '../values.ts'

export type Expression =
  | Literal
  | Identifier
  | Select
  | Call
  | ListLiteral
  | MapLiteral
  | MessageLiteral
  | Quantifier
  | ListTransform
  | MapTransform
  | Binding

interface Node {
  readonly id: number
  readonly offset: number
}

export interface Literal extends Node {
  readonly kind: 'literal'
  /** null, bool, int, uint, double, string or bytes. */
  readonly value: CelValue
}

export interface Identifier extends Node {
  readonly kind: 'identifier'
  /** With a leading dot where it was written so: the root scope is meant. */
  readonly name: string
}

export interface Select extends Node {
  readonly kind: 'select'
  readonly operand: Expression
  readonly field: string
  /** `a.?b` gives an optional, `has(a.b)` a bool, `a.b` the value. */
  readonly mode: 'value' | 'optional' | 'presence'
}

/** A function call; operators are calls of `_+_`, `!_`, `_[_]` and so on. `_&&_` and `_||_` have two or more arguments. */
export interface Call extends Node {
  readonly kind: 'call'
  readonly name: string
  readonly target?: Expression
  readonly args: readonly Expression[]
}

export interface ListLiteral extends Node {
  readonly kind: 'list'
  readonly elements: readonly { readonly value: Expression; readonly optional: boolean }[]
}

export interface MapLiteral extends Node {
  readonly kind: 'map'
  readonly entries: readonly (Node & {
    readonly key: Expression
    readonly value: Expression
    readonly optional: boolean
  })[]
}

/** `Type{field: value}`. */
export interface MessageLiteral extends Node {
  readonly kind: 'message'
  readonly type: string
  readonly fields: readonly (Node & { readonly name: string; readonly value: Expression; readonly optional: boolean })[]
}

/** What the comprehension macros share: a loop over a list's elements or a map's keys. */
interface Loop extends Node {
  readonly range: Expression
  /** Element or key; with two variables: index and element, or key and value. */
  readonly variables: readonly [string] | readonly [string, string]
}

/** `all`, `exists` and `exists_one`. */
export interface Quantifier extends Loop {
  readonly kind: 'quantifier'
  readonly quantifier: 'all' | 'exists' | 'existsOne'
  readonly predicate: Expression
}

/** `map`, `filter` and `transformList`. */
export interface ListTransform extends Loop {
  readonly kind: 'listTransform'
  readonly filter?: Expression
  readonly transform: Expression
}

/** `transformMap`, whose keys stay, and `transformMapEntry`, whose transform gives a map to merge. */
export interface MapTransform extends Loop {
  readonly kind: 'mapTransform'
  readonly result: 'value' | 'entry'
  readonly filter?: Expression
  readonly transform: Expression
}

/** A name for a value within an expression: what `optMap` and `sortBy` are made of. */
export interface Binding extends Node {
  readonly kind: 'binding'
  readonly variable: string
  readonly value: Expression
  readonly body: Expression
}
