/** The three kinds of numbers and their canonical form, as `values.ts` has it. */
import { CelDouble, CelUint, type CelValue } from '../values.ts'

export const minInt = -(2n ** 63n)
export const maxInt = 2n ** 63n - 1n
export const maxUint = 2n ** 64n - 1n

/** An int in canonical form. The value must fit 64 bits. */
export function int(value: bigint): number | bigint {
  const narrow = Number(value)
  return Number.isSafeInteger(narrow) ? narrow : value
}

/** A double in canonical form: boxed where a plain number would be an int. */
export function double(value: number): number | CelDouble {
  return Number.isSafeInteger(value) ? new CelDouble(value) : value
}

/** Whether the value is an int. */
export function isInt(value: CelValue): value is number | bigint {
  return typeof value === 'number' ? Number.isSafeInteger(value) : typeof value === 'bigint'
}

/** Whether the value is a double. */
export function isDouble(value: CelValue): value is number | CelDouble {
  return typeof value === 'number' ? !Number.isSafeInteger(value) : value instanceof CelDouble
}

/** Whether the value is an int, a uint or a double. */
export function isNumber(value: CelValue): boolean {
  return plainNumber(value) !== undefined
}

/** The number that a double stands for. */
export function unboxDouble(value: number | CelDouble): number {
  return typeof value === 'number' ? value : value.value
}

/**
 * The order of two numbers of any types, in cel-go's arithmetic (an int is compared to a double as a double):
 * negative, zero or positive; NaN where one is NaN or no number.
 */
export function compareNumbers(a: CelValue, b: CelValue): number {
  const one = plainNumber(a)
  const other = plainNumber(b)
  if (one === undefined || other === undefined) return Number.NaN
  if (isDouble(a) || isDouble(b)) return order(Number(one), Number(other))
  return order(one, other)
}

function order(a: number | bigint, b: number | bigint): number {
  if (a < b) return -1
  if (a > b) return 1
  // biome-ignore lint/suspicious/noDoubleEquals: numbers and bigints are equal across types with == alone
  return a == b ? 0 : Number.NaN
}

function plainNumber(value: CelValue): number | bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value
  return value instanceof CelDouble || value instanceof CelUint ? value.value : undefined
}
