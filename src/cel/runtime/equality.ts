/**
 * Equality across types (CEL specification, "Equality"): numbers compare by value whatever their type, and values of
 * other different types are unequal. Only types of libraries may have no overload for another's value.
 */
import {
  CelDouble,
  CelDuration,
  CelError,
  CelOpaque,
  CelOptional,
  CelTimestamp,
  CelType,
  CelUint,
  type CelValue
} from '../values.ts'
import { noSuchOverload } from './fault.ts'
import { type AnyMap, findKey, isMap, keysOf, sizeOfMap } from './map.ts'
import { compareNumbers } from './number.ts'

/** @throws CelError where a library's value cannot be compared to the other. */
export function equal(a: CelValue, b: CelValue): boolean {
  if (typeof a !== 'object') {
    if (typeof a === typeof b) return a === b
    return (typeof a === 'number' || typeof a === 'bigint') && compareNumbers(a, b) === 0
  }
  if (a === null || b === null) return a === b
  if (Array.isArray(a)) return Array.isArray(b) && equalLists(a, b)
  if (a instanceof Uint8Array) return b instanceof Uint8Array && compareBytes(a, b) === 0
  if (isMap(a)) return equalMaps(a, b)
  return equalBoxed(a, b)
}

function equalLists(a: readonly CelValue[], b: readonly CelValue[]): boolean {
  return a.length === b.length && a.every((element, index) => !differs(element, b[index] ?? null))
}

function equalMaps(a: AnyMap, b: CelValue): boolean {
  if (!isMap(b) || sizeOfMap(a) !== sizeOfMap(b)) return false
  return keysOf(a).every((key) => {
    const other = findKey(b, key)
    return other !== undefined && !differs(findKey(a, key) ?? null, other)
  })
}

function equalBoxed(a: CelValue, b: CelValue): boolean {
  if (a instanceof CelDouble || a instanceof CelUint) return compareNumbers(a, b) === 0
  if (a instanceof CelTimestamp) return b instanceof CelTimestamp && a.nanoseconds === b.nanoseconds
  if (a instanceof CelDuration) return b instanceof CelDuration && a.nanoseconds === b.nanoseconds
  if (a instanceof CelType) return b instanceof CelType && a.name === b.name
  if (a instanceof CelOpaque) return isOpaqueLike(a, b) ? a.equals(b) : noSuchOverload()
  if (!(a instanceof CelOptional && b instanceof CelOptional)) return false
  if (a.value === undefined || b.value === undefined) return a.value === b.value
  return equal(a.value, b.value)
}

function isOpaqueLike(a: CelOpaque, b: CelValue): b is CelOpaque {
  return b instanceof CelOpaque && a.typeName === b.typeName
}

/** Whether the values are equal for certain: what cannot be compared is not. */
export function isEqual(a: CelValue, b: CelValue): boolean {
  return comparison(a, b) === true
}

/** `!=`, and within lists and maps: what cannot be compared does not differ in those, but is unequal by itself. */
export function notEqual(a: CelValue, b: CelValue): boolean {
  return comparison(a, b) !== true
}

function differs(a: CelValue, b: CelValue): boolean {
  return comparison(a, b) === false
}

/** Whether the values are equal, undefined where they cannot be compared. */
function comparison(a: CelValue, b: CelValue): boolean | undefined {
  if (!(a instanceof CelOpaque)) return equal(a, b)
  try {
    return equal(a, b)
  } catch (error) {
    if (error instanceof CelError) return undefined
    throw error
  }
}

/** Lexicographic order of byte sequences: negative, zero or positive. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length)
  for (let index = 0; index < shared; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
