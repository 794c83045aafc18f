/** Whether scalars have the forms that the API server's types decode: encoding/json of Go and the types' own decoders. */
import { isQuantity } from './quantity/parse.ts'

const int32 = 2 ** 31

export function isInt32(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= -int32 && value < int32
}

export function isInt64(value: unknown): boolean {
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value
  return typeof value === 'number' && Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63
}

/** Any finite number. */
export function isNumber(value: unknown): boolean {
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value))
}

/** Spaces that are forgiven around a quantity: those that JSON does not escape. */
const space = ' \\x85\\xa0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000'
const spacesBefore = new RegExp(`^[${space}]+`)
const spacesAfter = new RegExp(`(?<![${space}])[${space}]+$`)

/** A number, or a string with a quantity. */
export function isQuantityValue(value: unknown): boolean {
  if (typeof value !== 'string') return isNumber(value)
  return isQuantity(value) || isQuantity(value.replace(spacesBefore, '').replace(spacesAfter, ''))
}

/** A string of standard base64 with padding, line ends aside; or, which nobody writes, a list of single bytes. */
export function isBytes(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((byte) => byte === null || (isInt32(byte) && byte >= 0 && byte < 256))
  if (typeof value !== 'string') return false
  const text = value.includes('\n') || value.includes('\r') ? value.replace(/[\r\n]/g, '') : value
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)
}

const dateTime = /^(\d{4})-(\d\d)-(\d\d)T(\d\d?):([0-5]\d):([0-5]\d)([.,]\d+)?(?:Z|[+-](\d\d):(\d\d))$/

/** A time as Go reads RFC 3339: an hour may have one digit, a fraction a comma, and a zone is lenient at its bounds. */
export function isTime(value: unknown): boolean {
  const [, year, month, day, hour, , , , zoneHour = '0', zoneMinute = '0'] =
    typeof value === 'string' ? (dateTime.exec(value) ?? []) : []
  return (
    isDay(Number(year), Number(month), Number(day)) &&
    Number(hour) < 24 &&
    Number(zoneHour) <= 24 &&
    Number(zoneMinute) <= 60
  )
}

/** A time with exactly six digits of fraction. */
export function isMicroTime(value: unknown): boolean {
  return typeof value === 'string' && /:\d\d[.,]\d{6}(?:Z|[+-]\d\d:\d\d)$/.test(value) && isTime(value)
}

/** Whether the day exists; not so for numbers that are none. */
function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
}
