/**
 * What the API server looks at before it evaluates anything, so that a fault makes the whole expression invalid whether
 * it would be reached or not: conversions of constants, such as `int('x')`, constant keys, such as `a[null]`, and local
 * variables that stand for types, which it takes for the names of types.
 */

import { isKey } from '../runtime/access.ts'
import { dispatcher, hasTypes } from '../runtime/dispatch.ts'
import { goTypeName } from '../runtime/fault.ts'
import { MapBuilder } from '../runtime/map-builder.ts'
import { childrenOf } from '../syntax/children.ts'
import type { Call, Expression, MapTransform } from '../syntax/expression.ts'
import { CelError, CelType, type CelValue } from '../values.ts'
import type { CheckContext } from './check-context.ts'

/** The value of an expression that is constant; undefined for any other. The first fault is reported, as it is alone. */
export function foldConstants(context: CheckContext, expression: Expression): CelValue | undefined {
  const parts = childrenOf(expression).map((part) => foldConstants(context, part))
  if (expression.kind === 'call') {
    if (/^_\[\??_\]$/.test(expression.name)) checkKey(context, expression, parts[1])
    checkPrepared(context, expression, parts)
  }
  const reference = context.references.get(expression.id)
  if (reference?.kind === 'type') return new CelType(reference.name)
  if (reference?.kind === 'variable') checkTypeVariable(context, expression, reference.name)
  if (expression.kind === 'binding') checkTypeVariable(context, expression.value, expression.variable)
  if (expression.kind === 'mapTransform' && expression.result === 'value') checkKeyVariable(context, expression)
  if (expression.kind === 'literal') return expression.value
  if (isInEmptyList(expression)) return false
  const values = parts.filter((part) => part !== undefined)
  if (values.length < parts.length) return undefined
  switch (expression.kind) {
    case 'list':
      return expression.elements.some(({ optional }) => optional) ? undefined : values
    case 'map':
      return expression.entries.some(({ optional }) => optional) ? undefined : mapOf(values)
    case 'call':
      return convert(context, expression, values)
    default:
      return undefined
  }
}

/** `x in []`, whatever x is. */
function isInEmptyList(expression: Expression): boolean {
  if (expression.kind !== 'call' || expression.name !== '@in') return false
  const container = expression.args[1]
  return container?.kind === 'list' && container.elements.length === 0
}

/** A map of keys and values in turn. */
function mapOf(parts: readonly CelValue[]): CelValue {
  const builder = new MapBuilder()
  for (let index = 0; index < parts.length; index += 2) builder.set(parts[index] ?? null, parts[index + 1])
  return builder.build()
}

/** `transformMap` uses its key, whether the expression does or not. */
function checkKeyVariable(context: CheckContext, { range, variables: [key] }: MapTransform): void {
  const type = context.typeOf(range)
  if (type.kind === 'map' && type.key.kind === 'type') {
    refuse(context, range.offset, `reference to undefined type: ${key}`)
  }
}

function checkTypeVariable(context: CheckContext, value: Expression, name: string): void {
  if (context.typeOf(value).kind === 'type') refuse(context, value.offset, `reference to undefined type: ${name}`)
}

function checkKey(context: CheckContext, { offset }: Call, key: CelValue | undefined): void {
  if (key !== undefined && !isKey(key)) refuse(context, offset, `invalid qualifier type: ${goTypeName(key)}`)
}

/**
 * A function that is made ready for a constant, such as for a pattern, is so before anything is evaluated. Literals were
 * looked at before, and are told with their place.
 */
function checkPrepared(context: CheckContext, call: Call, parts: readonly (CelValue | undefined)[]): void {
  const reference = context.references.get(call.id)
  if (reference?.kind !== 'function') return
  const [{ prepared, parameters } = { parameters: [] }] = reference.overloads
  if (prepared === undefined) return
  const value = (reference.qualified && call.target !== undefined ? parts.slice(1) : parts)[prepared.argument]
  const parameter = parameters[prepared.argument]
  if (value === undefined || parameter === undefined || !hasTypes([value], [parameter])) return
  try {
    prepared.prepare(value as never)
  } catch (error) {
    if (!(error instanceof CelError)) throw error
    refuse(context, call.offset, error.message)
  }
}

function convert(context: CheckContext, call: Call, args: readonly CelValue[]): CelValue | undefined {
  const reference = context.references.get(call.id)
  const fn = reference?.kind === 'function' ? context.functionNamed(reference.name) : undefined
  if (reference?.kind !== 'function' || !fn?.foldsConstants) return undefined
  const candidates = reference.overloads.length === 1 ? reference.overloads : fn.overloads
  try {
    return dispatcher(fn.name, candidates)(...args)
  } catch (error) {
    if (!(error instanceof CelError)) throw error
    refuse(context, call.offset, error.message)
    return undefined
  }
}

function refuse(context: CheckContext, offset: number, message: string): void {
  if (context.issues.length === 0) context.report(offset, message)
}
