/**
 * Comprehension macros. Where the API server reports a fault in the words of the loop that cel-go expands a macro to
 * (`found no matching overload for '_?_:_' …`), the same calls are resolved here.
 */
import type { Binding, Expression, ListTransform, MapTransform, Quantifier } from '../syntax/expression.ts'
import { boolType, dynType, errorType, formatType, intType, listType, mapType, type Type } from '../type.ts'
import type { CheckContext } from './check-context.ts'
import { acceptTerms, resolveCall } from './overload-resolution.ts'

type Loop = Quantifier | ListTransform | MapTransform

export function checkQuantifier(context: CheckContext, loop: Quantifier): Type {
  checkLoop(context, loop, () => {
    const type = context.check(loop.predicate)
    if (loop.quantifier === 'existsOne') resolveStep(context, loop, '_?_:_', [type, intType, intType])
    else acceptTerms(context, [{ type, offset: loop.predicate.offset }])
  })
  return boolType
}

export function checkListTransform(context: CheckContext, loop: ListTransform): Type {
  const accumulator = checkLoop(context, loop, () => {
    const result = listType(context.freshParameter())
    const filter = loop.filter && context.check(loop.filter)
    const added = listType(context.check(loop.transform))
    checkStep(context, loop, filter, result, '_+_', [result, added])
    return result
  })
  return context.resolve(accumulator)
}

export function checkMapTransform(context: CheckContext, loop: MapTransform): Type {
  const accumulator = checkLoop(context, loop, (key) => {
    const result = mapType(context.freshParameter(), context.freshParameter())
    const filter = loop.filter && context.check(loop.filter)
    const transformed = context.check(loop.transform)
    const inserted = loop.result === 'entry' ? [transformed] : [key, transformed]
    checkStep(context, loop, filter, result, 'cel.@mapInsert', [result, ...inserted])
    return result
  })
  return context.resolve(accumulator)
}

export function checkBinding(context: CheckContext, { variable, value, body }: Binding): Type {
  const type = context.check(value)
  return context.resolve(context.within([[variable, type]], () => context.check(body)))
}

/** One round of a loop that collects: the call that adds, perhaps under a condition. */
function checkStep(
  context: CheckContext,
  loop: Loop,
  filter: Type | undefined,
  accumulator: Type,
  name: string,
  args: Type[]
): void {
  const added = resolveStep(context, loop, name, args)
  const step = filter === undefined ? added : resolveStep(context, loop, '_?_:_', [filter, added, accumulator])
  if (!context.accept([accumulator], [step])) context.reportMismatch(loop.offset, accumulator, step)
}

function resolveStep(context: CheckContext, { offset }: Loop, name: string, args: readonly Type[]): Type {
  const fn = context.functionNamed(name)
  if (fn === undefined) throw new Error(`the standard library lacks ${name}`)
  return resolveCall(context, fn, { args, member: false, offset })?.type ?? errorType
}

/** Runs `check` with the loop's variables in scope; it gets the type of the first. */
function checkLoop<T>(context: CheckContext, loop: Loop, check: (first: Type) => T): T {
  const range = context.resolve(context.check(loop.range))
  const [first, second] = variableTypes(context, loop.range, range, loop.variables.length)
  const variables: [string, Type][] = [[loop.variables[0], first]]
  if (loop.variables[1] !== undefined) variables.push([loop.variables[1], second])
  return context.within(variables, () => check(first))
}

function variableTypes(context: CheckContext, range: Expression, type: Type, count: number): [Type, Type] {
  switch (type.kind) {
    case 'list':
      return count === 1 ? [type.element, type.element] : [intType, type.element]
    case 'map':
      return [type.key, type.value]
    case 'dyn':
    case 'error':
    case 'parameter':
      context.accept([dynType], [type])
      return [dynType, dynType]
    default: {
      const message = `expression of type '${formatType(type)}' cannot be range of a comprehension (must be list, map, or dynamic)`
      context.report(range.offset, message)
      return [errorType, errorType]
    }
  }
}
