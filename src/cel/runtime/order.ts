/** `<`, `<=`, `>`, `>=`: defined within a type, and for numbers across types. */
import { CelDuration, CelTimestamp, type CelValue } from '../values.ts'
import { compareBytes } from './equality.ts'
import { fail, noSuchOverload } from './fault.ts'
import { compareNumbers, isDouble, unboxDouble } from './number.ts'

export function less(a: CelValue, b: CelValue): boolean {
  return compare(a, b) < 0
}

export function lessOrEqual(a: CelValue, b: CelValue): boolean {
  return compare(a, b) <= 0
}

export function greater(a: CelValue, b: CelValue): boolean {
  return compare(a, b) > 0
}

export function greaterOrEqual(a: CelValue, b: CelValue): boolean {
  return compare(a, b) >= 0
}

/** Negative, zero or positive. */
function compare(a: CelValue, b: CelValue): number {
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b)
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  if (a instanceof Uint8Array && b instanceof Uint8Array) return compareBytes(a, b)
  if (a instanceof CelTimestamp && b instanceof CelTimestamp) return sign(a.nanoseconds - b.nanoseconds)
  if (a instanceof CelDuration && b instanceof CelDuration) return sign(a.nanoseconds - b.nanoseconds)
  if (isNaNValue(a)) return fail('NaN values cannot be ordered')
  const order = compareNumbers(a, b)
  if (!Number.isNaN(order)) return order
  return isNaNValue(b) && !Number.isNaN(compareNumbers(a, 0)) ? fail('NaN values cannot be ordered') : noSuchOverload()
}

/** Strings are ordered by code points, which differs from UTF-16 units above U+FFFF. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0
  const shared = Math.min(a.length, b.length)
  let index = 0
  while (index < shared && a.charCodeAt(index) === b.charCodeAt(index)) index++
  if (index === shared) return a.length - b.length
  return rank(a.charCodeAt(index)) - rank(b.charCodeAt(index))
}

/** Moves surrogates above all other units: they stand for the largest code points. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

function sign(difference: bigint): number {
  if (difference === 0n) return 0
  return difference < 0n ? -1 : 1
}

function isNaNValue(value: CelValue): boolean {
  return isDouble(value) && Number.isNaN(unboxDouble(value))
}
