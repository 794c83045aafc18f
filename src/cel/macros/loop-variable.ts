import type { Issue } from '../issue.ts'
import type { Expression } from '../syntax/expression.ts'
import type { ExpressionBuilder } from '../syntax/macro-call.ts'

/** Names that comprehensions of cel-go keep their result in. */
const accumulators = new Set(['@result', '__result__'])

/** The name that a macro's argument gives to a loop variable, or why it cannot. */
export function loopVariable(argument: Expression, build: ExpressionBuilder, notSimple: string): string | Issue {
  if (argument.kind !== 'identifier') return build.issue(argument, notSimple)
  if (accumulators.has(argument.name)) {
    return build.issue(argument, 'iteration variable overwrites accumulator variable')
  }
  return argument.name
}
