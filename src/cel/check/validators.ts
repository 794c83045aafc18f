/** What the API server refuses after types were found sound: bad literals, and list and map literals of mixed types. */

import { childrenOf } from '../syntax/children.ts'
import type { Call, Expression, ListLiteral, MapLiteral } from '../syntax/expression.ts'
import { heldType, type Type } from '../type.ts'
import { CelError } from '../values.ts'
import type { CheckContext } from './check-context.ts'
import type { FunctionReference } from './checked.ts'
import { sameType } from './substitution.ts'

/** Reports what is wrong in the expression; `mayMix` within calls whose arguments may mix types. */
export function validate(context: CheckContext, expression: Expression, mayMix = false): void {
  let mixing = mayMix || !context.environment.homogeneousLiterals
  if (expression.kind === 'call') {
    validateCall(context, expression)
    mixing ||= context.functionNamed(expression.name)?.mixesLiterals ?? false
  }
  if (!mixing && expression.kind === 'list') validateElements(context, expression)
  if (!mixing && expression.kind === 'map') validateEntries(context, expression)
  for (const child of childrenOf(expression)) validate(context, child, mixing)
}

function validateCall(context: CheckContext, call: Call): void {
  const reference = context.references.get(call.id)
  if (reference?.kind !== 'function') return
  const fn = context.functionNamed(reference.name)
  const [first] = call.args
  if (first?.kind === 'literal' && fn?.acceptsLiteral?.(first.value) === false) {
    context.report(first.offset, `invalid ${call.name} argument`)
    return
  }
  validatePrepared(context, call, reference)
  const issue = fn?.validate?.(call, (part) => context.typeOf(part))
  if (issue !== undefined) context.issues.push(issue)
}

/** A literal that a function cannot be made ready for, such as a bad pattern. */
function validatePrepared(context: CheckContext, call: Call, { overloads, qualified }: FunctionReference): void {
  const [{ prepared } = {}] = overloads
  const args = call.target && !qualified ? [call.target, ...call.args] : call.args
  const literal = prepared && args[prepared.argument]
  if (prepared === undefined || literal?.kind !== 'literal' || overloads.length !== 1) return
  try {
    prepared.prepare(literal.value as never)
  } catch (error) {
    if (!(error instanceof CelError)) throw error
    context.report(literal.offset, error.message)
  }
}

function validateElements(context: CheckContext, { elements }: ListLiteral): void {
  let expected: Type | undefined
  for (const { value, optional } of elements) {
    const found = elementType(context, value, optional)
    expected ??= found
    if (sameType(expected, found)) continue
    context.reportMismatch(value.offset, expected, found)
    return
  }
}

function validateEntries(context: CheckContext, { entries }: MapLiteral): void {
  const [first] = entries
  if (first === undefined) return
  const keyType = context.typeOf(first.key)
  const valueType = elementType(context, first.value, first.optional)
  for (const { key, value, optional } of entries) {
    const foundKey = context.typeOf(key)
    if (!sameType(keyType, foundKey)) context.reportMismatch(key.offset, keyType, foundKey)
    const foundValue = elementType(context, value, optional)
    if (!sameType(valueType, foundValue)) context.reportMismatch(value.offset, valueType, foundValue)
  }
}

function elementType(context: CheckContext, value: Expression, optional: boolean): Type {
  const type = context.typeOf(value)
  return optional ? heldType(type) : type
}
