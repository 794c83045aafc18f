import type { FunctionDeclaration, Library } from '../../declarations.ts'
import { add } from '../../runtime/arithmetic.ts'
import { noSuchOverload } from '../../runtime/fault.ts'
import {
  boolType,
  doubleType,
  durationType,
  dynType,
  intType,
  listType,
  type Type,
  typeParameter,
  uintType
} from '../../type.ts'
import { CelDouble, CelDuration, CelError, CelUint, type CelValue } from '../../values.ts'
import { comparableTypes, isComparable, isEqual, isGreater, isLess } from './comparable.ts'

const anyType = typeParameter('A')
type List = readonly CelValue[]

/** One overload for each type of elements; `result` undefined stands for the element's type. */
function ofComparable(
  name: string,
  idOf: (type: string) => string,
  result: Type | undefined,
  call: (list: List) => CelValue
): FunctionDeclaration {
  return {
    name,
    overloads: Object.entries(comparableTypes).map(([typeName, type]) => ({
      id: idOf(typeName),
      member: true,
      parameters: [listType(type)],
      result: result ?? type,
      call
    }))
  }
}

function isSorted(list: List): boolean {
  return list.every((element, i) => {
    if (!isComparable(element)) noSuchOverload()
    return i === 0 || !isGreater(list[i - 1] ?? null, element)
  })
}

/** The first element that no other one exceeds in the direction of `isBetter`. */
function best(name: string, isBetter: (candidate: CelValue, current: CelValue) => boolean) {
  return (list: List): CelValue => {
    if (!list.every(isComparable)) noSuchOverload()
    const [first] = list
    if (first === undefined) throw new CelError(`${name} called on empty list`)
    return list.reduce((current, candidate) => (isBetter(candidate, current) ? candidate : current), first)
  }
}

const zeros: Readonly<Record<string, { readonly type: Type; readonly zero: CelValue }>> = {
  int: { type: intType, zero: 0 },
  uint: { type: uintType, zero: new CelUint(0n) },
  double: { type: doubleType, zero: new CelDouble(0) },
  duration: { type: durationType, zero: new CelDuration(0n) }
}

const includes: FunctionDeclaration = {
  name: 'includes',
  overloads: [
    {
      id: 'list_includes_dyn_dyn',
      member: true,
      parameters: [dynType, dynType],
      result: boolType,
      call: (target: CelValue, wanted: CelValue) => {
        return Array.isArray(target) ? target.some((element) => isEqual(element, wanted)) : isEqual(target, wanted)
      }
    }
  ]
}

type Search = (list: List, wanted: CelValue) => number

function search(name: string, id: string, call: Search): FunctionDeclaration {
  return { name, overloads: [{ id, member: true, parameters: [listType(anyType), anyType], result: intType, call }] }
}

const functions: readonly FunctionDeclaration[] = [
  ofComparable('isSorted', (type) => `list_${type}_is_sorted_bool`, boolType, isSorted),
  ofComparable(
    'min',
    (type) => `list_${type}_min_${type}`,
    undefined,
    best('min', (one, other) => isGreater(other, one))
  ),
  ofComparable(
    'max',
    (type) => `list_${type}_max_${type}`,
    undefined,
    best('max', (one, other) => isLess(other, one))
  ),
  {
    name: 'sum',
    overloads: Object.entries(zeros).map(([name, { type, zero }]) => ({
      id: `list_${name}_sum_${name}`,
      member: true,
      parameters: [listType(type)],
      result: type,
      call: (list: List) => list.reduce<CelValue>(add, zero)
    }))
  },
  search('indexOf', 'list_a_index_of_int', (list, wanted) => list.findIndex((element) => isEqual(element, wanted))),
  search('lastIndexOf', 'list_a_last_index_of_int', (list, wanted) => {
    return list.findLastIndex((element) => isEqual(element, wanted))
  })
]

/** `kubernetes.lists` of the API server before Kubernetes 1.37. */
export const listsLibrary: Library = { name: 'kubernetes.lists', functions }

/** `kubernetes.lists` since Kubernetes 1.37. */
export const listsLibraryWithIncludes: Library = { name: 'kubernetes.lists', functions: [...functions, includes] }
