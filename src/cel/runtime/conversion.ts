/** `int(x)`, `string(x)` and the other conversions between types. */
import { type CelDouble, CelDuration, CelTimestamp, CelType, CelUint, type CelValue, typeNameOf } from '../values.ts'
import { formatDouble } from './double-format.ts'
import { parseDouble } from './double-parse.ts'
import { formatDuration, parseDuration } from './duration.ts'
import { fail, noConversion } from './fault.ts'
import { double, int, isDouble, isInt, maxInt, maxUint, minInt, unboxDouble } from './number.ts'
import { formatTimestamp, maxTimestamp, minTimestamp, parseTimestamp } from './timestamp.ts'

export function toInt(value: CelValue): number | bigint {
  if (isInt(value)) return value
  if (value instanceof CelUint) return value.value > maxInt ? fail('integer overflow') : int(value.value)
  if (isDouble(value)) return doubleToInt(unboxDouble(value))
  if (value instanceof CelDuration) return int(value.nanoseconds)
  if (value instanceof CelTimestamp) return int(floorSeconds(value.nanoseconds))
  if (typeof value === 'string' && /^[+-]?\d+$/.test(value)) {
    const parsed = BigInt(value.replace(/^\+/, ''))
    if (parsed >= minInt && parsed <= maxInt) return int(parsed)
  }
  return noConversion(value, 'int')
}

export function toUint(value: CelValue): CelUint {
  if (value instanceof CelUint) return value
  if (isInt(value)) return value < 0 ? fail('unsigned integer overflow') : new CelUint(BigInt(value))
  if (isDouble(value)) {
    const number = unboxDouble(value)
    return number >= 0 && number < 2 ** 64 ? new CelUint(BigInt(Math.trunc(number))) : fail('unsigned integer overflow')
  }
  if (typeof value === 'string' && /^\d+$/.test(value)) {
    const parsed = BigInt(value)
    if (parsed <= maxUint) return new CelUint(parsed)
  }
  return noConversion(value, 'uint')
}

export function toDouble(value: CelValue): number | CelDouble {
  if (isDouble(value)) return value
  if (isInt(value)) return double(Number(value))
  if (value instanceof CelUint) return double(Number(value.value))
  const parsed = typeof value === 'string' ? parseDouble(value) : undefined
  return parsed === undefined ? noConversion(value, 'double') : double(parsed)
}

/** A double of plain data that may be absent. */
export function doubleIfAny(value: CelValue | undefined): number | CelDouble | undefined {
  return value === undefined || value === null ? undefined : toDouble(value)
}

export function toBool(value: CelValue): boolean {
  if (typeof value === 'boolean') return value
  if (typeof value === 'string' && /^(?:1|t|T|true|TRUE|True)$/.test(value)) return true
  if (typeof value === 'string' && /^(?:0|f|F|false|FALSE|False)$/.test(value)) return false
  return noConversion(value, 'bool')
}

export function toText(value: CelValue): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean' || isInt(value)) return String(value)
  if (isDouble(value)) return formatDouble(unboxDouble(value))
  if (value instanceof CelUint) return String(value.value)
  if (value instanceof Uint8Array) return decodeUtf8(value)
  if (value instanceof CelTimestamp) return formatTimestamp(value)
  return value instanceof CelDuration ? formatDuration(value) : noConversion(value, 'string')
}

export function toBytes(value: CelValue): Uint8Array {
  if (value instanceof Uint8Array) return value
  return typeof value === 'string' ? new TextEncoder().encode(value) : noConversion(value, 'bytes')
}

export function toDuration(value: CelValue): CelDuration {
  if (value instanceof CelDuration) return value
  const parsed = typeof value === 'string' ? parseDuration(value) : undefined
  return parsed ?? noConversion(value, 'google.protobuf.Duration')
}

export function toTimestamp(value: CelValue): CelTimestamp {
  if (value instanceof CelTimestamp) return value
  if (isInt(value)) return withinRange(new CelTimestamp(BigInt(value) * 1_000_000_000n))
  const parsed = typeof value === 'string' ? parseTimestamp(value) : undefined
  return parsed === undefined ? noConversion(value, 'google.protobuf.Timestamp') : withinRange(parsed)
}

export function typeOfValue(value: CelValue): CelType {
  return new CelType(typeNameOf(value))
}

function withinRange(timestamp: CelTimestamp): CelTimestamp {
  const { nanoseconds } = timestamp
  return nanoseconds < minTimestamp || nanoseconds > maxTimestamp ? fail('timestamp overflow') : timestamp
}

function doubleToInt(value: number): number | bigint {
  // The bounds themselves are excluded, as in the API server.
  if (!(value > -(2 ** 63) && value < 2 ** 63)) return fail('integer overflow')
  return int(BigInt(Math.trunc(value)))
}

function floorSeconds(nanoseconds: bigint): bigint {
  return nanoseconds / 1_000_000_000n - (nanoseconds % 1_000_000_000n < 0n ? 1n : 0n)
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return fail('invalid UTF-8 in bytes, cannot convert to string')
  }
}
