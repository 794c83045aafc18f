import type { FunctionDeclaration, Library, Overload } from '../../declarations.ts'
import { noSuchOverload } from '../../runtime/fault.ts'
import { isInt } from '../../runtime/number.ts'
import { dynType, intType, listType, type Type, typeParameter } from '../../type.ts'
import { CelError, type CelValue, typeNameOf } from '../../values.ts'
import { comparableTypes } from './comparable.ts'
import { distinct } from './distinct.ts'
import { sortByKeys } from './sort.ts'
import { sortByMacro } from './sort-by-macro.ts'

const list = listType(typeParameter('T'))
type List = readonly CelValue[]
type Int = number | bigint

const maxRange = 1_000_000

function slice(elements: List, start: Int, end: Int): List {
  const refuse = (why: string): never => {
    throw new CelError(`cannot slice(${start}, ${end}), ${why}`)
  }
  if (start < 0 || end < 0) refuse('negative indexes not supported')
  if (start > end) refuse('start index must be less than or equal to end index')
  if (elements.length < end) refuse(`list is length ${elements.length}`)
  return elements.slice(Number(start), Number(end))
}

/** Takes lists that turn out to be flat, too. */
function flatten(elements: CelValue, depth: CelValue = 1): List {
  if (!Array.isArray(elements) || !isInt(depth))
    throw new CelError(`no such overload: ${typeNameOf(elements)}.flatten()`)
  if (depth < 0) throw new CelError('level must be non-negative')
  return (elements as readonly unknown[]).flat(Number(depth)) as List
}

function range(size: Int): List {
  if (size < 0) throw new CelError(`lists.range: size must be non-negative, got ${size}`)
  if (size > maxRange) throw new CelError(`lists.range: size ${size} exceeds maximum allowed (${maxRange})`)
  return Array.from({ length: Number(size) }, (_, i) => i)
}

function sort(elements: CelValue): List {
  return sortBy(elements, elements)
}

function sortBy(elements: CelValue, keys: CelValue): List {
  return Array.isArray(elements) && Array.isArray(keys) ? sortByKeys(elements, keys) : noSuchOverload()
}

function perType(make: (name: string, type: Type) => Omit<Overload, 'member'>): Overload[] {
  return Object.entries(comparableTypes).map(([name, type]) => ({ ...make(goName(name), type), member: true }))
}

/** cel-go has the full names of the time types in these ids. */
function goName(type: string): string {
  if (type === 'duration') return 'google.protobuf.Duration'
  return type === 'timestamp' ? 'google.protobuf.Timestamp' : type
}

const functions: readonly FunctionDeclaration[] = [
  {
    name: 'slice',
    overloads: [{ id: 'list_slice', member: true, parameters: [list, intType, intType], result: list, call: slice }]
  },
  {
    name: 'flatten',
    selfDispatching: true,
    overloads: [
      {
        id: 'list_flatten',
        member: true,
        parameters: [listType(list)],
        result: list,
        call: flatten
      },
      {
        id: 'list_flatten_int',
        member: true,
        parameters: [listType(dynType), intType],
        result: listType(dynType),
        call: flatten
      }
    ]
  },
  {
    name: 'distinct',
    overloads: [{ id: 'list_distinct', member: true, parameters: [list], result: list, call: distinct }]
  },
  {
    name: 'reverse',
    overloads: [
      {
        id: 'list_reverse',
        member: true,
        parameters: [list],
        result: list,
        call: (elements: List) => elements.toReversed(),
        total: true
      }
    ]
  },
  {
    name: 'lists.range',
    overloads: [{ id: 'lists_range', parameters: [intType], result: listType(intType), call: range }]
  },
  {
    name: 'sort',
    selfDispatching: true,
    overloads: perType((name, type) => ({
      id: `list_${name}_sort`,
      parameters: [listType(type)],
      result: listType(type),
      call: sort
    }))
  },
  {
    name: '@sortByAssociatedKeys',
    selfDispatching: true,
    overloads: perType((name, type) => ({
      id: `list_${name}_sortByAssociatedKeys`,
      parameters: [list, listType(type)],
      result: list,
      call: sortBy
    }))
  }
]

/** `cel.lib.ext.lists` version 3 of cel-go, in the API server since Kubernetes 1.34. */
export const extendedListsLibrary: Library = { name: 'cel.lib.ext.lists', functions, macros: [sortByMacro] }
