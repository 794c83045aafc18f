/** Which overloads of a function fit a call, and what type the call has (checker/checker.go resolveOverload). */
import type { Overload } from '../declarations.ts'
import type { DeclaredFunction } from '../environment.ts'
import { boolType, dynType, formatType, type Type } from '../type.ts'
import type { CheckContext } from './check-context.ts'
import { partsOf, Substitution, sameType } from './substitution.ts'

/** How a call is written. The target's type, where there is one, is the first of `args`. */
export interface CallShape {
  readonly args: readonly Type[]
  readonly member: boolean
  readonly offset: number
}

export interface Resolution {
  readonly type: Type
  readonly overloads: readonly Overload[]
}

/** Resolves a call, or reports that nothing matches. */
export function resolveCall(context: CheckContext, fn: DeclaredFunction, call: CallShape): Resolution | undefined {
  const fitting: Overload[] = []
  let type: Type | undefined
  for (const overload of fn.overloads) {
    if ((overload.member ?? false) !== call.member) continue
    const { parameters, result } = instantiate(context, overload)
    if (!context.accept(call.args, parameters)) continue
    fitting.push(overload)
    const found = context.resolve(result)
    if (type === undefined) type = found
    else if (type.kind !== 'dyn' && !sameType(found, type)) type = dynType
  }
  if (type !== undefined) return { type, overloads: fitting }
  reportNoOverload(context, fn.name, call)
  return undefined
}

/** The terms of `&&` and `||` must be bool, each for itself. */
export function acceptTerms(context: CheckContext, terms: readonly { type: Type; offset: number }[]): boolean {
  const wrong = terms.filter(({ type }) => !context.accept([type], [boolType]))
  for (const { type, offset } of wrong) context.reportMismatch(offset, boolType, type)
  return wrong.length === 0
}

/** The signature with fresh parameters in place of its own. */
function instantiate(context: CheckContext, overload: Overload): { parameters: Type[]; result: Type } {
  const fresh = new Substitution()
  for (const type of [overload.result, ...overload.parameters]) freshen(context, fresh, type)
  return { parameters: overload.parameters.map((type) => fresh.apply(type)), result: fresh.apply(overload.result) }
}

function freshen(context: CheckContext, fresh: Substitution, type: Type): void {
  if (type.kind === 'parameter' && fresh.find(type) === undefined) fresh.add(type, context.freshParameter())
  for (const part of partsOf(type)) freshen(context, fresh, part)
}

function reportNoOverload(context: CheckContext, name: string, { args, member, offset }: CallShape): void {
  const types = args.map((type) => formatType(context.resolve(type, true)))
  const target = member ? `${types.shift()}.` : ''
  context.report(offset, `found no matching overload for '${name}' applied to '${target}(${types.join(', ')})'`)
}
