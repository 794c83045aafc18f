import { CelDuration, CelTimestamp, type CelValue } from '../values.ts'
import { fail, noSuchOverload } from './fault.ts'
import { maxInt, minInt } from './number.ts'
import { maxTimestamp, minTimestamp } from './timestamp.ts'

/** A timestamp or duration moved by nanoseconds. */
export function addDuration(to: CelValue, nanoseconds: bigint): CelTimestamp | CelDuration {
  if (to instanceof CelDuration) return checkedDuration(to.nanoseconds + nanoseconds)
  if (!(to instanceof CelTimestamp)) return noSuchOverload()
  const moved = to.nanoseconds + nanoseconds
  return moved < minTimestamp || moved > maxTimestamp ? fail('timestamp overflow') : new CelTimestamp(moved, to.offset)
}

export function durationBetween(from: CelTimestamp, to: CelTimestamp): CelDuration {
  return checkedDuration(to.nanoseconds - from.nanoseconds)
}

/** A duration, or the error where 64 bits of nanoseconds do not hold it. */
function checkedDuration(nanoseconds: bigint): CelDuration {
  return nanoseconds < minInt || nanoseconds > maxInt ? fail('integer overflow') : new CelDuration(nanoseconds)
}
