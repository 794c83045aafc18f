/**
 * Values as JSON text. It is written here and not with `JSON.stringify`, since 64-bit integers are printed exactly:
 *
 * - int and uint: all digits; double: as JSON has it, with `.0` where it is whole (`2.0`); NaN and infinities as strings
 * - bytes: base64; timestamp: RFC 3339; duration: seconds such as `"1.5s"`; type: its name; a library's value: as printed
 * - an empty optional: null, another: its value; keys of a map: as strings
 */
import { fixed } from './runtime/double-format.ts'
import { formatDuration } from './runtime/duration.ts'
import { type AnyMap, entriesOf, isMap } from './runtime/map.ts'
import { isDouble, unboxDouble } from './runtime/number.ts'
import { show } from './runtime/show.ts'
import { formatTimestamp } from './runtime/timestamp.ts'
import { CelDuration, CelOptional, CelTimestamp, CelType, CelUint, type CelValue, typeNameOf } from './values.ts'

/** The value as JSON text on one line. It may be nested deeper than the stack reaches. */
export function encode(value: CelValue): string {
  const written: string[] = []
  const pending: Piece[] = [{ value }]
  for (let piece = pending.pop(); piece !== undefined; piece = pending.pop()) {
    if (typeof piece === 'string') written.push(piece)
    else if (isContainer(piece.value)) for (const part of piecesOf(piece.value).reverse()) pending.push(part)
    else written.push(encodeScalar(piece.value))
  }
  return written.join('')
}

/** Text that is done, or a value that is still to be written. */
type Piece = string | { readonly value: CelValue }

type Container = readonly CelValue[] | AnyMap | CelOptional

function isContainer(value: CelValue): value is Container {
  return Array.isArray(value) || isMap(value) || value instanceof CelOptional
}

function piecesOf(container: Container): Piece[] {
  if (container instanceof CelOptional) return [{ value: container.value ?? null }]
  if (isMap(container)) {
    const entries = Array.from(entriesOf(container), ([key, value]) => [`${encodeKey(key)}:`, { value }])
    return ['{', ...separated(entries), '}']
  }
  return ['[', ...separated(container.map((value) => [{ value }])), ']']
}

function separated(items: readonly (readonly Piece[])[]): Piece[] {
  return items.flatMap((item, index) => (index === 0 ? item : [',', ...item]))
}

function encodeKey(key: CelValue): string {
  return JSON.stringify(typeof key === 'string' ? key : show(key))
}

function encodeScalar(value: CelValue): string {
  if (isDouble(value)) return encodeDouble(unboxDouble(value))
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return value instanceof CelUint ? String(value.value) : JSON.stringify(textOf(value))
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
