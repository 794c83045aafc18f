import { double, int, maxInt, maxUint, minInt } from '../runtime/number.ts'
import { CelUint, type CelValue } from '../values.ts'

/** The value of an int token with its sign, undefined where 64 bits do not hold it. */
export function decodeInt(token: string, negative: boolean): CelValue | undefined {
  const value = negative ? -BigInt(token) : BigInt(token)
  return value < minInt || value > maxInt ? undefined : int(value)
}

/** The value of a uint token, its `u` included, undefined where 64 bits do not hold it. */
export function decodeUint(token: string): CelValue | undefined {
  const value = BigInt(token.slice(0, -1))
  return value > maxUint ? undefined : new CelUint(value)
}

/** The value of a double token, undefined where it is too large for one. */
export function decodeDouble(token: string, negative: boolean): CelValue | undefined {
  const value = negative ? -Number(token) : Number(token)
  return Number.isFinite(value) ? double(value) : undefined
}
