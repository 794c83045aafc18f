/** Values as `%s` prints them. Within lists and maps they look like literals of the language. */
import { toText } from '../../../runtime/conversion.ts'
import { entriesOf, isMap } from '../../../runtime/map.ts'
import { isDouble, isInt, unboxDouble } from '../../../runtime/number.ts'
import { compareStrings } from '../../../runtime/order.ts'
import { CelDuration, CelError, CelTimestamp, CelType, CelUint, type CelValue, typeNameOf } from '../../../values.ts'
import { quoted } from '../../quoted-text.ts'
import { roundToFraction } from './exact-decimal.ts'

/** @throws CelError where the value has no text. */
export function valueText(value: CelValue): string {
  if (Array.isArray(value)) return `[${value.map(literalText).join(', ')}]`
  if (isMap(value)) return mapText(value)
  if (value === null) return 'null'
  if (value instanceof CelType) return value.name
  if (!isPlain(value)) {
    throw new CelError(
      `string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists, types, durations, and timestamps, was given ${typeNameOf(value)}`
    )
  }
  return toText(value)
}

function isPlain(value: CelValue): boolean {
  if (typeof value !== 'object') return true
  return [Uint8Array, CelUint, CelTimestamp, CelDuration].some((type) => value instanceof type) || isDouble(value)
}

function mapText(map: CelValue & object): string {
  const entries = Array.from(isMap(map) ? entriesOf(map) : [], ([key, value]) => ({
    key: keyText(key),
    value: literalText(value)
  }))
  entries.sort((one, other) => compareStrings(one.key, other.key))
  return `{${entries.map(({ key, value }) => `${key}:${value}`).join(', ')}}`
}

function keyText(key: CelValue): string {
  if (typeof key === 'string') return quoted(key)
  if (typeof key === 'boolean' || isInt(key) || key instanceof CelUint) return toText(key)
  throw new CelError(`no formatting function for map key of type ${typeNameOf(key)}`)
}

function literalText(value: CelValue): string {
  if (typeof value === 'string') return quoted(value)
  if (value instanceof Uint8Array) return `b${quoted(toText(value))}`
  if (value instanceof CelTimestamp) return `timestamp(${quoted(toText(value))})`
  if (value instanceof CelDuration) return `duration(${quoted(toText(value))})`
  if (isDouble(value)) return doubleText(unboxDouble(value))
  if (isKnown(value)) return valueText(value)
  throw new CelError(`no formatting function for ${typeNameOf(value)}`)
}

function isKnown(value: CelValue): boolean {
  return value === null || isPlain(value) || Array.isArray(value) || isMap(value) || value instanceof CelType
}

function doubleText(value: number): string {
  if (Number.isNaN(value)) return '"NaN"'
  if (!Number.isFinite(value)) return value < 0 ? '"-Inf"' : '"+Inf"'
  const { whole, fraction } = roundToFraction(value, 6)
  return `${value < 0 || Object.is(value, -0) ? '-' : ''}${whole}.${fraction}`
}
