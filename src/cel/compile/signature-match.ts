import { partsOf, Substitution, sameType } from '../check/substitution.ts'
import type { Overload } from '../declarations.ts'
import { dynType, type Type } from '../type.ts'

/** What an overload gives for arguments of these types: where they do not tell what a type parameter is, that is dyn. */
export function resultFor({ parameters, result }: Overload, args: readonly Type[]): Type {
  const bound = new Substitution()
  for (const [index, parameter] of parameters.entries()) match(bound, parameter, args[index] ?? dynType)
  return bound.apply(result, true)
}

/** The type that values of both types have for certain. */
export function joinTypes(one: Type, other: Type): Type {
  return sameType(one, other) ? one : dynType
}

function match(bound: Substitution, parameter: Type, arg: Type): void {
  if (parameter.kind === 'parameter') {
    const known = bound.find(parameter)
    bound.add(parameter, known === undefined ? arg : joinTypes(known, arg))
    return
  }
  const parts = arg.kind === parameter.kind ? partsOf(arg) : []
  for (const [index, part] of partsOf(parameter).entries()) match(bound, part, parts[index] ?? dynType)
}
