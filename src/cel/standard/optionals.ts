/** Functions on optionals (cel-go OptionalTypes). The compiler knows those that decide without making an optional. */
import type { FunctionDeclaration, Overload } from '../declarations.ts'
import { fail } from '../runtime/fault.ts'
import { boxOptional, noneDereference, unboxOptional, unlessZero } from '../runtime/optional.ts'
import { show } from '../runtime/show.ts'
import { boolType, listType } from '../type.ts'
import { CelOptional, type CelValue } from '../values.ts'
import { listOfA, optionalOfA, paramA } from './signatures.ts'

function unwrap(list: readonly CelValue[]): CelValue[] {
  return list.flatMap((element) => {
    if (!(element instanceof CelOptional)) return fail(`value ${show(element)} is not optional`)
    return element.value === undefined ? [] : [element.value]
  })
}

/** The second may be anything, as in the API server, which looks at it only where it is needed. */
function or(first: CelValue, second: CelValue): CelValue {
  return unboxOptional(first) === undefined ? second : first
}

function orValue(optional: CelValue, other: CelValue): CelValue {
  const value = unboxOptional(optional)
  return value === undefined ? other : value
}

/** `name` is free-standing unless `member`. */
function fn(name: string, overload: Overload): FunctionDeclaration {
  return { name, overloads: [overload] }
}

/** A function that asks itself whether it was called on an optional. */
function asking(name: string, overload: Overload): FunctionDeclaration {
  return { ...fn(name, overload), selfDispatching: true }
}

const listOfOptionals = listType(optionalOfA)

export const optionalFunctions: readonly FunctionDeclaration[] = [
  fn('optional.of', {
    id: 'optional_of',
    parameters: [paramA],
    result: optionalOfA,
    call: CelOptional.of,
    total: true
  }),
  fn('optional.ofNonZeroValue', {
    id: 'optional_ofNonZeroValue',
    parameters: [paramA],
    result: optionalOfA,
    call: (value: CelValue) => boxOptional(unlessZero(value)),
    total: true
  }),
  fn('optional.none', {
    id: 'optional_none',
    parameters: [],
    result: optionalOfA,
    call: () => CelOptional.none,
    total: true
  }),
  fn('value', {
    id: 'optional_value',
    member: true,
    parameters: [optionalOfA],
    result: paramA,
    call: ({ value }: CelOptional) => (value === undefined ? noneDereference() : value)
  }),
  fn('hasValue', {
    id: 'optional_hasValue',
    member: true,
    parameters: [optionalOfA],
    result: boolType,
    call: (optional: CelOptional) => optional.value !== undefined,
    total: true
  }),
  asking('or', {
    id: 'optional_or_optional',
    member: true,
    parameters: [optionalOfA, optionalOfA],
    result: optionalOfA,
    call: or
  }),
  asking('orValue', {
    id: 'optional_orValue_value',
    member: true,
    parameters: [optionalOfA, paramA],
    result: paramA,
    call: orValue
  }),
  fn('first', {
    id: 'list_first',
    member: true,
    parameters: [listOfA],
    result: optionalOfA,
    call: (list: readonly CelValue[]) => boxOptional(list[0]),
    total: true
  }),
  fn('last', {
    id: 'list_last',
    member: true,
    parameters: [listOfA],
    result: optionalOfA,
    call: (list: readonly CelValue[]) => boxOptional(list.at(-1)),
    total: true
  }),
  fn('optional.unwrap', { id: 'optional_unwrap', parameters: [listOfOptionals], result: listOfA, call: unwrap }),
  fn('unwrapOpt', {
    id: 'optional_unwrapOpt',
    member: true,
    parameters: [listOfOptionals],
    result: listOfA,
    call: unwrap
  })
]
