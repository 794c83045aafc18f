/**
 * `+ - * / %` and negation. Operands have the same type, times and durations aside; results that the type does not
 * hold are errors. Small ints take the first lines of each function.
 */
import { CelDuration, CelTimestamp, type CelValue } from '../values.ts'
import { fail, noOperator, noSuchOverload } from './fault.ts'
import { double, int, isDouble, isInt, minInt, unboxDouble } from './number.ts'
import { calculate, type NumberOperation } from './number-operation.ts'
import { addDuration, durationBetween } from './time-arithmetic.ts'

const addition: NumberOperation = { name: '_+_', exact: (x, y) => x + y, inexact: (x, y) => x + y }
const subtraction: NumberOperation = { name: '_-_', exact: (x, y) => x - y, inexact: (x, y) => x - y }
const multiplication: NumberOperation = { name: '_*_', exact: (x, y) => x * y, inexact: (x, y) => x * y }
const division: NumberOperation = { name: '_/_', exact: quotient, inexact: (x, y) => x / y }
const remainder: NumberOperation = { name: '_%_', exact: modulus }

export function add(a: CelValue, b: CelValue): CelValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (Number.isSafeInteger(sum) && Number.isSafeInteger(a) && Number.isSafeInteger(b)) return sum
  }
  if (typeof a === 'string') return typeof b === 'string' ? a + b : noSuchOverload()
  if (Array.isArray(a)) return Array.isArray(b) ? [...a, ...b] : noSuchOverload()
  if (a instanceof Uint8Array) return b instanceof Uint8Array ? concatenate(a, b) : noSuchOverload()
  if (a instanceof CelDuration) return addDuration(b, a.nanoseconds)
  if (a instanceof CelTimestamp) return b instanceof CelDuration ? addDuration(a, b.nanoseconds) : noSuchOverload()
  return calculate(addition, a, b)
}

export function subtract(a: CelValue, b: CelValue): CelValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b
    if (Number.isSafeInteger(difference) && Number.isSafeInteger(a) && Number.isSafeInteger(b)) return difference
  }
  if (a instanceof CelTimestamp && b instanceof CelTimestamp) return durationBetween(b, a)
  if (!(a instanceof CelTimestamp || a instanceof CelDuration)) return calculate(subtraction, a, b)
  return b instanceof CelDuration ? subtractDuration(a, b) : noSuchOverload()
}

/** From a timestamp the negated duration is taken, which must fit 64 bits itself. */
function subtractDuration(from: CelTimestamp | CelDuration, { nanoseconds }: CelDuration): CelValue {
  if (from instanceof CelTimestamp && nanoseconds === minInt) return fail('integer overflow')
  return addDuration(from, -nanoseconds)
}

export function multiply(a: CelValue, b: CelValue): CelValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    // Adding 0 makes -0, which is a double, the int 0.
    if (Number.isSafeInteger(product) && Number.isSafeInteger(a) && Number.isSafeInteger(b)) return product + 0
  }
  return calculate(multiplication, a, b)
}

export function divide(a: CelValue, b: CelValue): CelValue {
  return calculate(division, a, b)
}

export function modulo(a: CelValue, b: CelValue): CelValue {
  // Of 64-bit values only this division overflows, and so does its remainder in the API server.
  if (a === minInt && b === -1) return fail('integer overflow')
  return calculate(remainder, a, b)
}

export function negate(value: CelValue): CelValue {
  if (isInt(value)) return value === minInt ? fail('integer overflow') : int(-BigInt(value))
  if (isDouble(value)) return double(-unboxDouble(value))
  if (typeof value === 'boolean') return noSuchOverload()
  return value instanceof CelDuration ? addDuration(new CelDuration(0n), -value.nanoseconds) : noOperator('-_', value)
}

function quotient(x: bigint, y: bigint): bigint {
  return y === 0n ? fail('division by zero') : x / y
}

function modulus(x: bigint, y: bigint): bigint {
  return y === 0n ? fail('modulus by zero') : x % y
}

function concatenate(a: Uint8Array, b: Uint8Array): Uint8Array {
  const whole = new Uint8Array(a.length + b.length)
  whole.set(a)
  whole.set(b, a.length)
  return whole
}
