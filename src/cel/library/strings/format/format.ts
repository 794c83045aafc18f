import { isDouble, isInt, unboxDouble } from '../../../runtime/number.ts'
import { CelError, CelUint, type CelValue, typeNameOf } from '../../../values.ts'
import { type Clause, interpolate } from './clause.ts'
import { fixedPoint, scientific } from './localized-number.ts'
import { valueText } from './value-text.ts'

/**
 * `text.format(list)`: the text with its clauses replaced by the list's elements (cel-go ext.Strings version 1 to 3).
 *
 * @throws CelError where a clause is malformed, has no argument or one that it does not take.
 */
export function format(text: string, list: readonly CelValue[]): string {
  const result = interpolate(text, {
    count: list.length,
    eager: true,
    format: (index, clause) => formatArgument(list[index] ?? null, clause)
  })
  if ('fault' in result) throw new CelError(result.fault)
  return result.text
}

function formatArgument(value: CelValue, clause: Clause): string | { fault: string } {
  try {
    return formatters[clause.verb]?.(value, clause) ?? { fault: misuse[clause.verb] + typeNameOf(value) }
  } catch (error) {
    if (error instanceof CelError) return { fault: error.message }
    throw error
  }
}

/** Beginnings of the messages about a value of a wrong type. */
export const misuse: Readonly<Record<string, string>> = {
  s: 'string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists, types, durations, and timestamps, was given ',
  d: 'decimal clause can only be used on integers, was given ',
  f: 'fixed-point clause can only be used on doubles, was given ',
  e: 'scientific clause can only be used on doubles, was given ',
  b: 'only integers and bools can be formatted as binary, was given ',
  x: 'only integers, byte buffers, and strings can be formatted as hex, was given ',
  X: 'only integers, byte buffers, and strings can be formatted as hex, was given ',
  o: 'octal clause can only be used on integers, was given '
}

const defaultPrecision = 6

/** The text for a value, or undefined where the clause does not take its type. */
type Formatter = (value: CelValue, clause: Clause) => string | undefined

const formatters: Readonly<Record<string, Formatter>> = {
  s: valueText,
  d: (value) => integerOf(value)?.toString(),
  f: (value, { precision = defaultPrecision }) => {
    const number = doubleOf(value)
    return number === undefined ? undefined : fixedPoint(number, precision)
  },
  e: (value, { precision = defaultPrecision }) => {
    const number = doubleOf(value)
    return number === undefined ? undefined : scientific(number, precision)
  },
  b: (value) => (typeof value === 'boolean' ? String(Number(value)) : integerOf(value)?.toString(2)),
  x: hex,
  X: (value) => hex(value)?.toUpperCase(),
  o: (value) => integerOf(value)?.toString(8)
}

function integerOf(value: CelValue): number | bigint | undefined {
  if (value instanceof CelUint) return value.value
  return isInt(value) ? value : undefined
}

const namedDoubles: Readonly<Record<string, number>> = { NaN: Number.NaN, Infinity, '-Infinity': -Infinity }

function doubleOf(value: CelValue): number | undefined {
  if (typeof value === 'string') return Object.hasOwn(namedDoubles, value) ? namedDoubles[value] : undefined
  return isDouble(value) ? unboxDouble(value) : undefined
}

function hex(value: CelValue): string | undefined {
  if (typeof value === 'string') return Buffer.from(value, 'utf8').toString('hex')
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  return integerOf(value)?.toString(16)
}
