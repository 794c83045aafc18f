/** Parts of a timestamp in a time zone, named or an offset such as `-08:00`. */
import type { CelTimestamp } from '../values.ts'
import { fail } from './fault.ts'

const perSecond = 1_000_000_000n

/**
 * The timestamp as it reads in the zone, in the UTC fields of a Date.
 *
 * @throws CelError where the zone is unknown.
 */
export function inZone(timestamp: CelTimestamp, zone: string): Date {
  const local = timestamp.nanoseconds + BigInt(offsetSeconds(timestamp, zone)) * perSecond
  const milliseconds = local / 1_000_000n - (local % 1_000_000n < 0n ? 1n : 0n)
  return new Date(Number(milliseconds))
}

function offsetSeconds({ nanoseconds }: CelTimestamp, zone: string): number {
  if (zone === '' || zone === 'UTC') return 0
  const colon = zone.indexOf(':')
  if (colon >= 0) return fixedOffset(zone, zone.slice(0, colon), zone.slice(colon + 1))
  try {
    return Temporal.Instant.fromEpochNanoseconds(nanoseconds).toZonedDateTimeISO(zone).offsetNanoseconds / 1e9
  } catch (error) {
    if (error instanceof RangeError) return fail(`unknown time zone ${zone}`)
    throw error
  }
}

/** Hours and minutes east of UTC; the sign of the hours is that of the minutes. */
function fixedOffset(zone: string, hours: string, minutes: string): number {
  const hour = parseGoInteger(hours)
  const minute = parseGoInteger(minutes)
  return (hour * 60 + (zone.startsWith('-') ? -minute : minute)) * 60
}

function parseGoInteger(text: string): number {
  if (/^[+-]?\d{1,6}$/.test(text)) return Number(text)
  return fail(`strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`)
}
