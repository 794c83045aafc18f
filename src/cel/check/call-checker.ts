import type { DeclaredFunction } from '../environment.ts'
import type { Call } from '../syntax/expression.ts'
import { boolType, errorType, type Type } from '../type.ts'
import type { CheckContext } from './check-context.ts'
import { acceptTerms, resolveCall } from './overload-resolution.ts'
import { qualifiedName } from './select-checker.ts'

export function checkCall(context: CheckContext, call: Call): Type {
  const args = call.args.map((arg) => context.check(arg))
  if (call.name === '_&&_' || call.name === '_||_') return checkLogic(context, call, args)
  const prefix = call.target && qualifiedName(call.target)
  const qualified = prefix && context.functionNamed([...prefix, call.name].join('.'))
  if (qualified !== undefined) return resolve(context, call, qualified, args)
  const target = call.target && context.check(call.target)
  const fn = context.functionNamed(call.name)
  if (fn === undefined) return context.reportUndeclared(call.offset, call.name, functionNames(context))
  return resolve(context, call, fn, args, target)
}

function resolve(context: CheckContext, call: Call, fn: DeclaredFunction, args: readonly Type[], target?: Type): Type {
  const shape = { args: target ? [target, ...args] : args, member: target !== undefined, offset: call.offset }
  const resolution = resolveCall(context, fn, shape)
  if (resolution === undefined) return errorType
  const qualified = call.target !== undefined && target === undefined
  context.references.set(call.id, { kind: 'function', name: fn.name, overloads: resolution.overloads, qualified })
  return resolution.type
}

function checkLogic(context: CheckContext, call: Call, args: readonly Type[]): Type {
  const terms = call.args.map(({ offset }, index) => ({ type: args[index] ?? errorType, offset }))
  return acceptTerms(context, terms) ? boolType : errorType
}

/** Names that a user can call: operators aside. */
function functionNames(context: CheckContext): string[] {
  return [...context.environment.functions.keys()].filter((name) => /^[a-z]/i.test(name))
}
