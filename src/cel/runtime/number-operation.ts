import { CelUint, type CelValue } from '../values.ts'
import { fail, noOperator, noSuchOverload } from './fault.ts'
import { double, int, isDouble, isInt, maxInt, maxUint, minInt, unboxDouble } from './number.ts'

/** An operation on two numbers of one type. */
export interface NumberOperation {
  /** The operator in cel-go's name. */
  readonly name: string
  /** Of ints and uints, before the result is checked to fit them. */
  readonly exact: (x: bigint, y: bigint) => bigint
  /** Of doubles; absent where they do not have it. */
  readonly inexact?: (x: number, y: number) => number
}

/** Applies the operation. The result must fit the operands' type. */
export function calculate({ name, exact, inexact }: NumberOperation, a: CelValue, b: CelValue): CelValue {
  if (isInt(a)) return isInt(b) ? checkedInt(exact(BigInt(a), BigInt(b))) : noSuchOverload()
  if (a instanceof CelUint) return b instanceof CelUint ? checkedUint(exact(a.value, b.value)) : noSuchOverload()
  if (!isDouble(a) || inexact === undefined) return noOperator(name, a)
  return isDouble(b) ? double(inexact(unboxDouble(a), unboxDouble(b))) : noSuchOverload()
}

/** An int in canonical form, or the error where 64 bits do not hold it. */
function checkedInt(value: bigint): number | bigint {
  return value < minInt || value > maxInt ? fail('integer overflow') : int(value)
}

function checkedUint(value: bigint): CelUint {
  return value < 0n || value > maxUint ? fail('unsigned integer overflow') : new CelUint(value)
}
