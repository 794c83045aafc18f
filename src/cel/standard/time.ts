/** Parts of timestamps and durations. */
import type { FunctionDeclaration, Overload } from '../declarations.ts'
import { inZone } from '../runtime/time-zone.ts'
import { durationType, intType, stringType, timestampType } from '../type.ts'
import type { CelDuration, CelTimestamp } from '../values.ts'

/** `getX()` in UTC and `getX(zone)`. */
function ofTimestamp(id: string, part: (date: Date) => number): Overload[] {
  const shared = { member: true, result: intType }
  return [
    {
      ...shared,
      id: `timestamp_to_${id}`,
      parameters: [timestampType],
      call: (timestamp: CelTimestamp) => part(inZone(timestamp, 'UTC')),
      total: true
    },
    {
      ...shared,
      id: `timestamp_to_${id}_with_tz`,
      parameters: [timestampType, stringType],
      call: (timestamp: CelTimestamp, zone: string) => part(inZone(timestamp, zone))
    }
  ]
}

/** The whole units in a duration. But for milliseconds they are cut off a double, as in Go, which may round up to one. */
function ofDuration(id: string, unit: bigint): Overload {
  const call = ({ nanoseconds }: CelDuration): number => {
    const whole = Number(nanoseconds / unit)
    return id === 'milliseconds' ? whole : Math.trunc(whole + Number(nanoseconds % unit) / Number(unit)) + 0
  }
  return { id: `duration_to_${id}`, member: true, parameters: [durationType], result: intType, call, total: true }
}

function dayOfYear(date: Date): number {
  const start = new Date(date)
  start.setUTCMonth(0, 1)
  return Math.round((date.getTime() - start.getTime()) / 86_400_000)
}

function timePart(name: string, id: string, part: (date: Date) => number, unit?: bigint): FunctionDeclaration {
  const overloads = ofTimestamp(id, part)
  return { name, overloads: unit === undefined ? overloads : [...overloads, ofDuration(id, unit)] }
}

export const timeFunctions: readonly FunctionDeclaration[] = [
  timePart('getFullYear', 'year', (date) => date.getUTCFullYear()),
  timePart('getMonth', 'month', (date) => date.getUTCMonth()),
  timePart('getDayOfYear', 'day_of_year', dayOfYear),
  timePart('getDayOfMonth', 'day_of_month', (date) => date.getUTCDate() - 1),
  timePart('getDate', 'day_of_month_1_based', (date) => date.getUTCDate()),
  timePart('getDayOfWeek', 'day_of_week', (date) => date.getUTCDay()),
  timePart('getHours', 'hours', (date) => date.getUTCHours(), 3_600_000_000_000n),
  timePart('getMinutes', 'minutes', (date) => date.getUTCMinutes(), 60_000_000_000n),
  timePart('getSeconds', 'seconds', (date) => date.getUTCSeconds(), 1_000_000_000n),
  timePart('getMilliseconds', 'milliseconds', (date) => date.getUTCMilliseconds(), 1_000_000n)
]
