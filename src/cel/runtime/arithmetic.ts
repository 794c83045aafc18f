/**
 * `+ - * / %` and negation. Operands have the same type, times and durations aside; results that the type does not
 * hold are errors. Ints take the first lines of each function.
 */
import { CelDuration, CelTimestamp, CelUint, type CelValue } from '../values.ts'
import { fail, noSuchOverload } from './fault.ts'
import { double, int, isDouble, isInt, maxInt, maxUint, minInt, unboxDouble } from './number.ts'
import { addDuration, durationBetween } from './time-arithmetic.ts'

export function add(a: CelValue, b: CelValue): CelValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (Number.isSafeInteger(sum) && Number.isSafeInteger(a) && Number.isSafeInteger(b)) return sum
  }
  if (typeof a === 'string' && typeof b === 'string') return a + b
  if (Array.isArray(a) && Array.isArray(b)) return [...a, ...b]
  if (a instanceof Uint8Array && b instanceof Uint8Array) return concatenate(a, b)
  if (a instanceof CelDuration) return addDuration(b, a.nanoseconds)
  if (a instanceof CelTimestamp && b instanceof CelDuration) return addDuration(a, b.nanoseconds)
  return calculate(
    a,
    b,
    (x, y) => x + y,
    (x, y) => x + y
  )
}

export function subtract(a: CelValue, b: CelValue): CelValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b
    if (Number.isSafeInteger(difference) && Number.isSafeInteger(a) && Number.isSafeInteger(b)) return difference
  }
  if (a instanceof CelTimestamp && b instanceof CelTimestamp) return durationBetween(b, a)
  if ((a instanceof CelTimestamp || a instanceof CelDuration) && b instanceof CelDuration) {
    return addDuration(a, -b.nanoseconds)
  }
  return calculate(
    a,
    b,
    (x, y) => x - y,
    (x, y) => x - y
  )
}

export function multiply(a: CelValue, b: CelValue): CelValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    // Adding 0 makes -0, which is a double, the int 0.
    if (Number.isSafeInteger(product) && Number.isSafeInteger(a) && Number.isSafeInteger(b)) return product + 0
  }
  return calculate(
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y
  )
}

export function divide(a: CelValue, b: CelValue): CelValue {
  if (isZero(b) && (isInt(a) || a instanceof CelUint))
    return isSameInteger(a, b) ? fail('division by zero') : noSuchOverload()
  return calculate(
    a,
    b,
    (x, y) => x / y,
    (x, y) => x / y
  )
}

export function modulo(a: CelValue, b: CelValue): CelValue {
  // Of 64-bit values only this division overflows, and so does its remainder in the API server.
  if (a === minInt && b === -1) return fail('integer overflow')
  if (isDouble(a) || isDouble(b)) return noSuchOverload()
  if (isZero(b)) return isSameInteger(a, b) ? fail('modulus by zero') : noSuchOverload()
  return calculate(
    a,
    b,
    (x, y) => x % y,
    () => Number.NaN
  )
}

export function negate(value: CelValue): CelValue {
  if (isInt(value)) return value === minInt ? fail('integer overflow') : int(-BigInt(value))
  if (isDouble(value)) return double(-unboxDouble(value))
  return value instanceof CelDuration ? addDuration(new CelDuration(0n), -value.nanoseconds) : noSuchOverload()
}

type BigOperation = (x: bigint, y: bigint) => bigint
type DoubleOperation = (x: number, y: number) => number

/** Two numbers of one type; the result is checked to fit it. */
function calculate(a: CelValue, b: CelValue, exact: BigOperation, inexact: DoubleOperation): CelValue {
  if (isInt(a) && isInt(b)) return checkedInt(exact(BigInt(a), BigInt(b)))
  if (isDouble(a) && isDouble(b)) return double(inexact(unboxDouble(a), unboxDouble(b)))
  if (!(a instanceof CelUint && b instanceof CelUint)) return noSuchOverload()
  const result = exact(a.value, b.value)
  return result < 0n || result > maxUint ? fail('unsigned integer overflow') : new CelUint(result)
}

/** An int in canonical form, or the error where 64 bits do not hold it. */
export function checkedInt(value: bigint): number | bigint {
  return value < minInt || value > maxInt ? fail('integer overflow') : int(value)
}

function isZero(value: CelValue): boolean {
  return value === 0 || (value instanceof CelUint && value.value === 0n)
}

function isSameInteger(a: CelValue, b: CelValue): boolean {
  return isInt(a) ? isInt(b) : a instanceof CelUint && b instanceof CelUint
}

function concatenate(a: Uint8Array, b: Uint8Array): Uint8Array {
  const whole = new Uint8Array(a.length + b.length)
  whole.set(a)
  whole.set(b, a.length)
  return whole
}
