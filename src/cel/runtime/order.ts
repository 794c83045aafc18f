/** `<`, `<=`, `>`, `>=`: defined within a type, and for numbers across types. */
import { CelDuration, CelTimestamp, type CelValue } from '../values.ts'
import { compareBytes } from './equality.ts'
import { fail, noOperator, noSuchOverload } from './fault.ts'
import { compareNumbers, isDouble, isNumber, unboxDouble } from './number.ts'

export function less(a: CelValue, b: CelValue): boolean {
  return compare('_<_', a, b) < 0
}

export function lessOrEqual(a: CelValue, b: CelValue): boolean {
  return compare('_<=_', a, b) <= 0
}

export function greater(a: CelValue, b: CelValue): boolean {
  return compare('_>_', a, b) > 0
}

export function greaterOrEqual(a: CelValue, b: CelValue): boolean {
  return compare('_>=_', a, b) >= 0
}

/** Negative, zero or positive. */
function compare(operator: string, a: CelValue, b: CelValue): number {
  if (typeof a === 'string') return typeof b === 'string' ? compareStrings(a, b) : noSuchOverload()
  if (typeof a === 'boolean') return typeof b === 'boolean' ? Number(a) - Number(b) : noSuchOverload()
  if (a instanceof Uint8Array) return b instanceof Uint8Array ? compareBytes(a, b) : noSuchOverload()
  if (a instanceof CelTimestamp)
    return b instanceof CelTimestamp ? sign(a.nanoseconds - b.nanoseconds) : noSuchOverload()
  if (a instanceof CelDuration) return b instanceof CelDuration ? sign(a.nanoseconds - b.nanoseconds) : noSuchOverload()
  if (isNaNValue(a)) return fail('NaN values cannot be ordered')
  if (!isNumber(a)) return noOperator(operator, a)
  if (isNaNValue(b)) return fail('NaN values cannot be ordered')
  return isNumber(b) ? compareNumbers(a, b) : noSuchOverload()
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
