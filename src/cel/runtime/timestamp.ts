/** Timestamps as text: RFC 3339 as Go's `time.Parse` reads it. */
import { CelTimestamp } from '../values.ts'

const perSecond = 1_000_000_000n

/** 0001-01-01T00:00:00Z, in nanoseconds from 1970. */
export const minTimestamp = -62_135_596_800n * perSecond
/** 9999-12-31T23:59:59.999999999Z, in nanoseconds from 1970. */
export const maxTimestamp = 253_402_300_800n * perSecond - 1n

const pattern = /^(\d{4})-(\d\d)-(\d\d)T(\d\d?):(\d\d):(\d\d)(?:[.,](\d+))?(?:Z|([+-])(\d\d):(\d\d))$/

/** Reads a timestamp of any year; undefined where the text is none. The range of CEL is the caller's to check. */
export function parseTimestamp(text: string): CelTimestamp | undefined {
  const match = pattern.exec(text)
  if (match === null) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number)
  const offset = offsetOf(match[8], Number(match[9] ?? 0), Number(match[10] ?? 0))
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined
  if (hour > 23 || minute > 59 || second > 59 || offset === undefined) return undefined
  const milliseconds = new Date(0).setUTCFullYear(year, month - 1, day) + ((hour * 60 + minute) * 60 + second) * 1000
  const nanoseconds = BigInt((match[7] ?? '').slice(0, 9).padEnd(9, '0'))
  return new CelTimestamp(BigInt(milliseconds / 1000 - offset) * perSecond + nanoseconds, offset)
}

/** Seconds east of UTC. */
function offsetOf(sign: string | undefined, hours: number, minutes: number): number | undefined {
  if (hours > 24 || minutes > 59) return undefined
  const seconds = (hours * 60 + minutes) * 60
  return sign === '-' && seconds !== 0 ? -seconds : seconds
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** RFC 3339 in the zone that it was written with, the fraction without trailing zeros. */
export function formatTimestamp({ nanoseconds, offset }: CelTimestamp): string {
  const local = nanoseconds + BigInt(offset) * perSecond
  const fraction = ((local % perSecond) + perSecond) % perSecond
  const date = new Date(Number((local - fraction) / 1_000_000n)).toISOString().slice(0, 19)
  const digits = fraction === 0n ? '' : `.${String(fraction).padStart(9, '0').replace(/0+$/, '')}`
  return `${date}${digits}${formatOffset(offset)}`
}

function formatOffset(offset: number): string {
  if (offset === 0) return 'Z'
  const minutes = Math.abs(offset) / 60
  const two = (value: number) => String(Math.trunc(value)).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}
