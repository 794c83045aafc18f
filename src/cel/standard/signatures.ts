import type { FunctionDeclaration, Overload } from '../declarations.ts'
import { listType, mapType, optionalType, type Type, typeParameter } from '../type.ts'

/** Type parameters of the standard signatures. */
export const paramA = typeParameter('A')
export const paramB = typeParameter('B')
export const listOfA = listType(paramA)
export const mapOfAB = mapType(paramA, paramB)
export const optionalOfA = optionalType(paramA)

/** An overload's id, parameters and result, and what else is special about it. */
export type Signature = readonly [
  id: string,
  parameters: readonly Type[],
  result: Type,
  more?: Partial<Pick<Overload, 'inline' | 'total' | 'member'>>
]

/** A function with one implementation, which tells the types of its arguments apart itself. */
export function selfDispatching(
  name: string,
  call: Overload['call'],
  signatures: readonly Signature[]
): FunctionDeclaration {
  const overloads = signatures.map(([id, parameters, result, more]) => ({ id, parameters, result, call, ...more }))
  return { name, overloads, selfDispatching: true }
}
