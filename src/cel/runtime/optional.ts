/** Optionals as compiled code holds them, undefined for none, and as values. */
import { CelDouble, CelDuration, CelOptional, CelTimestamp, CelUint, type CelValue } from '../values.ts'
import { fail, noOverloadFor, noSuchOverload } from './fault.ts'
import { isMap, sizeOfMap } from './map.ts'
import { show } from './show.ts'
import { minTimestamp } from './timestamp.ts'

export function boxOptional(value: CelValue | undefined): CelOptional {
  return value === undefined ? CelOptional.none : CelOptional.of(value)
}

/** What an optional holds; anything else has no such overload of the function, if one is named. */
export function unboxOptional(value: CelValue, name?: string): CelValue | undefined {
  if (value instanceof CelOptional) return value.value
  return name === undefined ? noSuchOverload() : noOverloadFor(name, [value])
}

/** Whether a value is the optional that holds nothing. */
export function isNone(value: CelValue): boolean {
  return value === CelOptional.none
}

/** Whether an optional has a value; anything else has no such overload. */
export function holdsValue(value: CelValue): boolean {
  return unboxOptional(value) !== undefined
}

/** What `?element` of a list, or a `?key: value` of a map, adds. */
export function unboxInitializer(value: CelValue): CelValue | undefined {
  if (value instanceof CelOptional) return value.value
  return fail(`cannot initialize optional entry from non-optional value ${show(value)}`)
}

export function noneDereference(): never {
  return fail('optional.none() dereference')
}

/** What `optional.ofNonZeroValue(value)` holds. */
export function unlessZero(value: CelValue): CelValue | undefined {
  return isZeroValue(value) ? undefined : value
}

/** Whether a value is the one that its type begins with: 0, empty, the year 1. */
function isZeroValue(value: CelValue): boolean {
  if (typeof value !== 'object') return !value && !Number.isNaN(value)
  if (value === null) return true
  if (Array.isArray(value) || value instanceof Uint8Array) return value.length === 0
  if (isMap(value)) return sizeOfMap(value) === 0
  if (value instanceof CelDouble) return value.value === 0
  if (value instanceof CelUint) return value.value === 0n
  if (value instanceof CelDuration) return value.nanoseconds === 0n
  return value instanceof CelTimestamp && value.nanoseconds === minTimestamp
}

/** The elements of a list literal without the absent optionals. */
export function presentElements(elements: readonly (CelValue | undefined)[]): CelValue[] {
  return elements.filter((element) => element !== undefined)
}
