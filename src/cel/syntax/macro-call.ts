/** What a macro sees of its call, and how it builds the replacement. */
import type { Issue } from '../issue.ts'
import type { CelValue } from '../values.ts'
import type { Expression, ListTransform, MapTransform, Quantifier } from './expression.ts'

/** The call that a macro replaces. */
export interface MacroCall {
  readonly target: Expression | undefined
  readonly args: readonly Expression[]
  readonly build: ExpressionBuilder
}

/** Parts of a node without the ones that the builder gives it. */
type Parts<N> = Omit<N, 'id' | 'offset' | 'kind'>

/** Makes nodes with fresh ids at the call's position. */
export interface ExpressionBuilder {
  literal(value: CelValue): Expression
  identifier(name: string): Expression
  call(name: string, ...args: Expression[]): Expression
  memberCall(name: string, target: Expression, ...args: Expression[]): Expression
  presence(operand: Expression, field: string): Expression
  quantifier(parts: Parts<Quantifier>): Expression
  listTransform(parts: Parts<ListTransform>): Expression
  mapTransform(parts: Parts<MapTransform>): Expression
  /** `body` with `variable` standing for `value`. Names that begin with `@` cannot clash with a user's. */
  binding(variable: string, value: Expression, body: Expression): Expression
  /** The argument is wrong: an issue that points to it. */
  issue(at: Expression, message: string): Issue
}
