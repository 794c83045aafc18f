/**
 * The type checker: cel-go's rules (checker/checker.go), so that what passes here passes in the API server and the
 * other way round.
 */

import type { Environment } from '../environment.ts'
import { type Issue, isIssue } from '../issue.ts'
import { Source } from '../source.ts'
import type { Expression, Identifier, Literal } from '../syntax/expression.ts'
import { parse } from '../syntax/parser.ts'
import { bytesType, type Type } from '../type.ts'
import { typeNameOf } from '../values.ts'
import { checkCall } from './call-checker.ts'
import { CheckContext } from './check-context.ts'
import type { Checked } from './checked.ts'
import { checkBinding, checkListTransform, checkMapTransform, checkQuantifier } from './comprehension-checker.ts'
import { foldConstants } from './constants.ts'
import { checkList, checkMap, checkMessage } from './literal-checker.ts'
import { checkSelect, resolveName } from './select-checker.ts'
import { validate } from './validators.ts'

export type CheckResult = { readonly ok: Checked } | { readonly issues: readonly Issue[] }

/** Parses and checks an expression. Issues are in the order of their positions; there is at least one if any. */
export function check(environment: Environment, text: string): CheckResult {
  const source = new Source(text)
  const expression = parse(source, environment.macros)
  if (isIssue(expression)) return { issues: [expression] }
  const context = new CheckContext(environment, typeOf)
  context.check(expression)
  for (const [id, type] of context.types) context.types.set(id, context.resolve(type, true))
  if (context.issues.length === 0) validate(context, expression)
  if (context.issues.length === 0) foldConstants(context, expression)
  if (context.issues.length > 0) return { issues: context.issues.toSorted((a, b) => a.offset - b.offset) }
  const { types, references } = context
  const type = context.typeOf(expression)
  return { ok: { environment, source, expression, type, types, references } }
}

function typeOf(context: CheckContext, expression: Expression): Type {
  switch (expression.kind) {
    case 'literal':
      return literalType(expression)
    case 'identifier':
      return checkIdentifier(context, expression)
    case 'select':
      return checkSelect(context, expression)
    case 'call':
      return checkCall(context, expression)
    case 'list':
      return checkList(context, expression)
    case 'map':
      return checkMap(context, expression)
    case 'message':
      return checkMessage(context, expression)
    case 'quantifier':
      return checkQuantifier(context, expression)
    case 'listTransform':
      return checkListTransform(context, expression)
    case 'mapTransform':
      return checkMapTransform(context, expression)
    case 'binding':
      return checkBinding(context, expression)
  }
}

function literalType({ value }: Literal): Type {
  const name = typeNameOf(value)
  switch (name) {
    case 'bool':
    case 'int':
    case 'uint':
    case 'double':
    case 'string':
      return { kind: name }
    default:
      return name === 'bytes' ? bytesType : { kind: 'null' }
  }
}

function checkIdentifier(context: CheckContext, { id, name, offset }: Identifier): Type {
  return resolveName(context, id, [name]) ?? context.reportUndeclared(offset, name, context.variableNames())
}
