import { DASH, DOT, isDigit, PLUS } from './characters.ts'
import { parseInteger } from './integer.ts'

/** What a plain scalar stands for. `uint` is an integer beyond int64, which Go keeps apart. */
export type ScalarType = 'null' | 'bool' | 'int' | 'uint' | 'float' | 'string'

const words = new Map<string, boolean | number | null>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Number.POSITIVE_INFINITY] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, Number.NEGATIVE_INFINITY] as const)
])

const longestWord = 5

const decimalFloat = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/
// Go's strconv.ParseFloat, which reads what begins with a dot, takes "_" between digits.
const dottedFloat = /^\.[0-9]+(_[0-9]+)*([eE][-+]?[0-9]+(_[0-9]+)*)?$/

/**
 * The value of a plain scalar by go-yaml v2's rules (its `resolve.go`), a mixture of YAML 1.1 and 1.2:
 * `yes`, `on` and `y` are booleans, `0644` is octal, `1_000` a thousand; times and dates stay text.
 */
export function resolvePlain(text: string): unknown {
  const word = text.length <= longestWord ? words.get(text) : undefined
  if (word !== undefined) return word
  const first = text.charCodeAt(0)
  if (first === DOT) return resolveDotted(text)
  if (isDigit(first) || first === PLUS || first === DASH) return resolveNumeric(text)
  return text
}

function resolveDotted(text: string): number | string {
  if (!dottedFloat.test(text)) return text
  return finiteOr(text, Number(text.replaceAll('_', '')))
}

function resolveNumeric(text: string): number | bigint | string {
  const digits = text.replaceAll('_', '')
  const integer = parseInteger(digits)
  if (integer !== undefined) return integer
  return decimalFloat.test(digits) ? finiteOr(text, Number(digits)) : text
}

/** Numbers too large for a double stay text, as in Go. */
function finiteOr(text: string, number: number): number | string {
  return Number.isFinite(number) ? number : text
}

const largestInt64 = 0x7fff_ffff_ffff_ffffn

/** The type of the value that `resolvePlain` gives for `text`. */
export function typeOfPlain(text: string, value: unknown): ScalarType {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'bigint') return value > largestInt64 ? 'uint' : 'int'
  if (typeof value !== 'number') return 'string'
  return Number.isInteger(value) && parseInteger(text.replaceAll('_', '')) !== undefined ? 'int' : 'float'
}
