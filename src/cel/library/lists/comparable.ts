/** What the list functions share: which types have an order, and comparisons that cannot fail. */
import { equal } from '../../runtime/equality.ts'
import { greater, less } from '../../runtime/order.ts'
import {
  boolType,
  bytesType,
  doubleType,
  durationType,
  intType,
  stringType,
  type Type,
  timestampType,
  uintType
} from '../../type.ts'
import { CelDouble, CelDuration, CelError, CelTimestamp, CelUint, type CelValue } from '../../values.ts'

/** Types with an order, by the names that overload ids have for them. */
export const comparableTypes: Readonly<Record<string, Type>> = {
  int: intType,
  uint: uintType,
  double: doubleType,
  bool: boolType,
  duration: durationType,
  timestamp: timestampType,
  string: stringType,
  bytes: bytesType
}

export function isComparable(value: CelValue): boolean {
  if (typeof value !== 'object') return true
  return [CelDouble, CelUint, CelDuration, CelTimestamp, Uint8Array].some((type) => value instanceof type)
}

/** Whether the order of the two is known and the first is the greater. NaN and mixed types have no order. */
export function isGreater(a: CelValue, b: CelValue): boolean {
  return isTrue(() => greater(a, b))
}

/** Whether the order of the two is known and the first is the less. */
export function isLess(a: CelValue, b: CelValue): boolean {
  return isTrue(() => less(a, b))
}

/** Whether the two are known to be equal. */
export function isEqual(a: CelValue, b: CelValue): boolean {
  return isTrue(() => equal(a, b))
}

function isTrue(test: () => boolean): boolean {
  try {
    return test()
  } catch (error) {
    if (error instanceof CelError) return false
    throw error
  }
}
