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

/** The whole units in a duration, or of `getMilliseconds` all of it in milliseconds. */
function ofDuration(id: string, nanoseconds: number): Overload {
  const call = (duration: CelDuration): number => Math.trunc(Number(duration.nanoseconds) / nanoseconds) + 0
  return { id: `duration_to_${id}`, member: true, parameters: [durationType], result: intType, call, total: true }
}

function dayOfYear(date: Date): number {
  const start = new Date(date)
  start.setUTCMonth(0, 1)
  return Math.round((date.getTime() - start.getTime()) / 86_400_000)
}

function timePart(name: string, id: string, part: (date: Date) => number, unit?: number): FunctionDeclaration {
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
  timePart('getHours', 'hours', (date) => date.getUTCHours(), 3.6e12),
  timePart('getMinutes', 'minutes', (date) => date.getUTCMinutes(), 6e10),
  timePart('getSeconds', 'seconds', (date) => date.getUTCSeconds(), 1e9),
  timePart('getMilliseconds', 'milliseconds', (date) => date.getUTCMilliseconds(), 1e6)
]
