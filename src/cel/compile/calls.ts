/** Calls of functions: the one overload that static types allow, or a choice at run time. */
import type { FunctionReference } from '../check/checked.ts'
import type { Overload } from '../declarations.ts'
import type { DeclaredFunction } from '../environment.ts'
import { hasTypes, implementationOf } from '../runtime/dispatch.ts'
import type { Call, Expression } from '../syntax/expression.ts'
import type { Type } from '../type.ts'
import { CelError, type CelValue } from '../values.ts'
import { type Fragment, fragment } from './fragment.ts'
import type { Generation } from './generation.ts'
import { literalFragment } from './literals.ts'

export function generateCall(generation: Generation, call: Call): Fragment {
  const reference = generation.referenceOf(call)
  if (reference?.kind !== 'function') throw new Error(`${call.name} was not resolved`)
  const fn = generation.checked.environment.functions.get(reference.name)
  if (fn === undefined) throw new Error(`${reference.name} is not declared`)
  const nodes = call.target && !reference.qualified ? [call.target, ...call.args] : call.args
  const [overload] = reference.overloads
  if (overload && reference.overloads.length === 1 && fits(generation, overload, nodes)) {
    return directCall(generation, call, overload, nodes)
  }
  const args = generation.values(nodes)
  const ready =
    overload && reference.overloads.length === 1 ? prepared(generation, overload, args, 'guarded') : undefined
  if (ready) return fragment(generation.call(call.offset, ready.callee, ready.rest), { fails: true })
  const callee = generation.code.constant(calleeOf(fn, reference, nodes.length))
  return fragment(generation.call(call.offset, callee, args), { fails: true })
}

/** Whether the arguments have the overload's types for certain. */
function fits(generation: Generation, { parameters }: Overload, nodes: readonly Expression[]): boolean {
  return parameters.every((parameter, index) => {
    const node = nodes[index]
    return node !== undefined && isCertain(generation.typeOf(node), parameter)
  })
}

function isCertain(type: Type, parameter: Type): boolean {
  if (parameter.kind === 'parameter' || parameter.kind === 'dyn') return true
  if (type.kind === 'list' && parameter.kind === 'list') return isCertain(type.element, parameter.element)
  if (type.kind !== 'map' || parameter.kind !== 'map') return type.kind === parameter.kind
  return isCertain(type.key, parameter.key) && isCertain(type.value, parameter.value)
}

/** JavaScript that links to an implementation which makes sure of its arguments. */
function calleeOf(fn: DeclaredFunction, { name, overloads }: FunctionReference, arity: number): string {
  const [overload] = overloads
  if (fn.selfDispatching && overload) return `link.overload(${JSON.stringify(overload.id)})`
  const candidates =
    overloads.length === 1 ? overloads : fn.overloads.filter(({ parameters }) => parameters.length === arity)
  return `link.dispatch(${JSON.stringify(name)}, ${JSON.stringify(candidates.map(({ id }) => id))})`
}

function directCall(generation: Generation, call: Call, overload: Overload, nodes: readonly Expression[]): Fragment {
  const args = generation.values(nodes)
  const folded = fold(generation, overload, args)
  if (folded !== undefined) return folded
  const fails = args.some((arg) => arg.fails)
  const total = overload.total ?? false
  const about = { fails: fails || !total }
  if (overload.inline) return fragment(overload.inline(...args.map(({ js }) => js)), about)
  const ready = prepared(generation, overload, args, 'prepared')
  const { callee, rest } = ready ?? { callee: linked(generation, overload), rest: args }
  return fragment(total ? `${callee}(${list(rest)})` : generation.call(call.offset, callee, rest), about)
}

/** A call whose arguments are known is made once, unless it fails: then it fails at each evaluation. */
function fold(generation: Generation, overload: Overload, args: readonly Fragment[]): Fragment | undefined {
  const values = args.flatMap(({ constant }) => (constant === undefined ? [] : [constant]))
  if (values.length < args.length || args.length === 0) return undefined
  const value = resultOf(overload, values)
  if (value === undefined) return undefined
  if (typeof value !== 'object' || value === null) return literalFragment(generation, value)
  const js = generation.code.constant(`${linked(generation, overload)}(${list(args)})`)
  return fragment(js, { stable: true, constant: value })
}

function resultOf(overload: Overload, args: readonly CelValue[]): CelValue | undefined {
  try {
    return implementationOf(overload)(...args)
  } catch (error) {
    if (error instanceof CelError) return undefined
    throw error
  }
}

/** A function that was made ready for one literal argument, and the other arguments. */
interface Ready {
  readonly callee: string
  readonly rest: readonly Fragment[]
}

/** Makes an overload ready where it has a literal for that; `guarded` where the others are not certain. */
function prepared(
  generation: Generation,
  { id, prepared, parameters }: Overload,
  args: readonly Fragment[],
  how: 'prepared' | 'guarded'
): Ready | undefined {
  const literal = prepared && args[prepared.argument]
  const parameter = prepared && parameters[prepared.argument]
  if (literal?.constant === undefined || !parameter || !hasTypes([literal.constant], [parameter])) return undefined
  const callee = generation.code.constant(`link.${how}(${JSON.stringify(id)}, ${literal.js})`)
  return { callee, rest: args.filter((arg) => arg !== literal) }
}

function linked({ code }: Generation, { id }: Overload): string {
  return code.constant(`link.overload(${JSON.stringify(id)})`)
}

function list(args: readonly Fragment[]): string {
  return args.map(({ js }) => js).join(', ')
}
