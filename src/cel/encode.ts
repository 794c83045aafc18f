/**
 * Values as JSON text. It is written here and not with `JSON.stringify`, since 64-bit integers are printed exactly:
 *
 * - int and uint: all digits; double: as JSON has it, with `.0` where it is whole (`2.0`); NaN and infinities as strings
 * - bytes: base64; timestamp: RFC 3339; duration: seconds such as `"1.5s"`; type: its name; a library's value: as printed
 * - an empty optional: null, another: its value; keys of a map: as strings
 */
import { fixed } from './runtime/double-format.ts'
import { formatDuration } from './runtime/duration.ts'
import { entriesOf, isMap } from './runtime/map.ts'
import { isDouble, unboxDouble } from './runtime/number.ts'
import { show } from './runtime/show.ts'
import { formatTimestamp } from './runtime/timestamp.ts'
import { CelDuration, CelOptional, CelTimestamp, CelType, CelUint, type CelValue, typeNameOf } from './values.ts'

/** The value as JSON text on one line. */
export function encode(value: CelValue): string {
  if (isDouble(value)) return encodeDouble(unboxDouble(value))
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return `[${value.map(encode).join(',')}]`
  if (isMap(value)) return `{${Array.from(entriesOf(value), encodeEntry).join(',')}}`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (value instanceof CelUint) return String(value.value)
  if (value instanceof CelOptional) return encode(value.value ?? null)
  return JSON.stringify(textOf(value))
}

function encodeEntry([key, value]: readonly [CelValue, CelValue]): string {
  return `${JSON.stringify(typeof key === 'string' ? key : show(key))}:${encode(value)}`
}

function encodeDouble(value: number): string {
  if (!Number.isFinite(value)) return JSON.stringify(String(value))
  if (Object.is(value, -0)) return '-0.0'
  if (!Number.isInteger(value)) return String(value)
  return Math.abs(value) < 1e21 ? `${fixed(value)}.0` : String(value)
}

function textOf(value: CelValue): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (value instanceof CelTimestamp) return formatTimestamp(value)
  if (value instanceof CelDuration) return formatDuration(value)
  return value instanceof CelType ? value.name : String(value)
}

/** Types whose names as values are longer than what they are called. */
const shortNames: Readonly<Record<string, string>> = {
  null_type: 'null',
  optional_type: 'optional',
  'google.protobuf.Timestamp': 'timestamp',
  'google.protobuf.Duration': 'duration'
}

/** What a value's type is called: `int`, `timestamp`, `optional`, `kubernetes.Quantity`. */
export function typeLabel(value: CelValue): string {
  const name = typeNameOf(value)
  return shortNames[name] ?? name
}
