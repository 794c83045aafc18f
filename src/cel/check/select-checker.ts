/** Names with dots: `a.b` may be a variable `a.b`, or the field `b` of `a`. */

import { nearestName } from '../../names/nearest-name.ts'
import type { Expression, Select } from '../syntax/expression.ts'
import { boolType, dynType, errorType, formatType, heldType, isOptionalType, optionalType, type Type } from '../type.ts'
import type { CheckContext } from './check-context.ts'

/**
 * The type of a qualified name, its meaning noted under the node's id; undefined where nothing has that name.
 * A name whose first part is a local variable is a selection from it, unless it begins with a dot.
 */
export function resolveName(context: CheckContext, id: number, parts: readonly string[]): Type | undefined {
  const [first = ''] = parts
  const local = first.startsWith('.') ? undefined : context.local(first)
  if (local !== undefined) {
    if (parts.length > 1) return undefined
    context.references.set(id, { kind: 'variable', name: first, local: true })
    return local
  }
  const name = parts.join('.').replace(/^\./, '')
  const variable = context.environment.variables.get(name)
  if (variable !== undefined) {
    context.references.set(id, { kind: 'variable', name, local: false })
    return variable
  }
  const type = context.environment.typeNamed(name)
  if (type !== undefined) context.references.set(id, { kind: 'type', name })
  return type
}

export function checkSelect(context: CheckContext, select: Select): Type {
  const parts = select.mode === 'value' ? qualifiedName(select) : undefined
  const named = parts && resolveName(context, select.id, parts)
  if (named !== undefined) return named
  const type = context.resolve(fieldType(context, select))
  return select.mode === 'presence' ? boolType : type
}

/** The parts of `a.b.c` where it is made of names only. */
export function qualifiedName(expression: Expression): string[] | undefined {
  if (expression.kind === 'identifier') return [expression.name]
  if (expression.kind !== 'select' || expression.mode !== 'value') return undefined
  const parts = qualifiedName(expression.operand)
  parts?.push(expression.field)
  return parts
}

function fieldType(context: CheckContext, select: Select): Type {
  const operand = context.resolve(context.check(select.operand))
  const type = fieldOf(context, heldType(operand), select)
  return isOptionalType(operand) || select.mode === 'optional' ? optionalType(type) : type
}

function fieldOf(context: CheckContext, target: Type, { field, offset }: Select): Type {
  switch (target.kind) {
    case 'map':
      return target.value
    case 'object':
      return objectFieldType(context, target.name, field, offset)
    case 'parameter':
      // The parameter becomes dyn, so that nothing later can make it a type without this field.
      context.accept([dynType], [target])
      return dynType
    case 'dyn':
    case 'error':
      return dynType
    default:
      context.report(offset, `type '${formatType(target)}' does not support field selection`)
      return dynType
  }
}

/** The type of an object's field, or an issue with the field that was probably meant. */
export function objectFieldType(context: CheckContext, type: string, field: string, offset: number): Type {
  const { types } = context.environment
  const known = types.field(type, field)
  if (known !== undefined) return known.type
  context.report(offset, `undefined field '${field}'`, nearestName(field, types.fieldNames(type)))
  return errorType
}
