import type { Overload } from '../declarations.ts'
import type { Environment } from '../environment.ts'
import type { Source } from '../source.ts'
import type { Expression } from '../syntax/expression.ts'
import type { Type } from '../type.ts'

/** What a name or a call means. */
export type Reference = VariableReference | TypeReference | FunctionReference

export interface VariableReference {
  readonly kind: 'variable'
  readonly name: string
  /** Declared by a macro around it, or by the environment. */
  readonly local: boolean
}

export interface TypeReference {
  readonly kind: 'type'
  readonly name: string
}

export interface FunctionReference {
  readonly kind: 'function'
  readonly name: string
  /** Those that the static types of the arguments allow: one where the types are known well enough. */
  readonly overloads: readonly Overload[]
  /** The call's target is not a value but the first part of the function's name: `optional.of(1)`. */
  readonly qualified: boolean
}

/** An expression that the API server would accept, with what the checker found out. */
export interface Checked {
  readonly environment: Environment
  readonly source: Source
  readonly expression: Expression
  readonly type: Type
  /** By node id. */
  readonly types: ReadonlyMap<number, Type>
  /** By node id; a `select` has one where the whole chain is a name. */
  readonly references: ReadonlyMap<number, Reference>
}
