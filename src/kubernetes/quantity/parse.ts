import { compareDecimals, type Decimal, roundUp } from './decimal.ts'
import { Quantity } from './quantity.ts'
import { type QuantityParts, scanQuantity } from './scan.ts'
import { readSuffix, type Suffix } from './suffix.ts'

/** Why a text is not a quantity, in the API server's words. */
export interface QuantityFault {
  readonly fault: string
}

const faults = {
  form: "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
  number: 'unable to parse numeric part of quantity',
  suffix: "unable to parse quantity's suffix",
  size: 'quantity has too many digits'
}

/** Digits of an amount that 64 bits certainly hold. */
const safeDigits = 18
/** Amounts are kept to billionths. */
const finest = -9
/** No amount is written out beyond this many digits, so that `0.123456789012345678e999999999` costs nothing. */
const maxDigits = 100_000
const greatest: Decimal = { unscaled: 2n ** 63n - 1n, exponent: 0 }
const one: Decimal = { unscaled: 1n, exponent: 0 }

/** Whether {@link parseQuantity} reads the text. */
export function isQuantity(text: string): boolean {
  return /^[1-9][0-9]{0,15}(?:m|k|[KMG]i|[MG])?$/.test(text) || parseQuantity(text) instanceof Quantity
}

/**
 * Reads a resource quantity such as `1.5`, `100m`, `2Gi` or `12e6`.
 *
 * Source: `ParseQuantity` of k8s.io/apimachinery/pkg/api/resource 0.37, whose two paths and roundings can be told apart
 * from outside. One departure: an amount of over 100,000 digits is refused where the API server would try to compute it.
 */
export function parseQuantity(text: string): Quantity | QuantityFault {
  if (text === '0') return new Quantity(0n, 0, 'DecimalSI', { text })
  const parts = scanQuantity(text)
  if (parts === undefined) return { fault: faults.form }
  const suffix = readSuffix(parts.suffix)
  if (suffix === undefined) return { fault: faults.suffix }
  return parseSmall(text, parts, suffix) ?? parseBig(parts, suffix)
}

/** The amount as a scaled 64-bit integer, where its length says that it certainly fits. */
function parseSmall(
  text: string,
  { whole, fraction, isNegative }: QuantityParts,
  suffix: Suffix
): Quantity | undefined {
  if (sparePrecision(whole, fraction, suffix) < 0) return undefined
  const exponent = ((suffix.base === 10 ? suffix.exponent : 0) - fraction.length) | 0
  if (exponent < finest) return undefined
  const digits = BigInt(whole + fraction)
  const factor = suffix.base === 2 ? 2n ** BigInt(suffix.exponent) : 1n
  const amount = digits * factor * (isNegative ? -1n : 1n)
  const isCanonical =
    suffix.base === 2
      ? digits % 8n !== 0n
      : exponent % 3 === 0 && !(whole + fraction).endsWith('000') && !whole.startsWith('0')
  return new Quantity(amount, exponent, suffix.format, isCanonical ? { text } : {})
}

function sparePrecision(whole: string, fraction: string, { base, exponent }: Suffix): number {
  if (base === 10) return safeDigits - whole.length - fraction.length
  // A factor of 1024 takes three digits and a little more.
  return fraction === '' ? 14 - whole.length - Math.trunc((exponent * 3) / 10) : -1
}

function parseBig({ number, fraction, isNegative }: QuantityParts, suffix: Suffix): Quantity | QuantityFault {
  const digits = number.replace(/[-+.]/g, '')
  if (digits === '') return { fault: faults.number }
  const factor = suffix.base === 2 ? 2n ** BigInt(suffix.exponent) : 1n
  const read: Decimal = {
    unscaled: BigInt(digits) * factor,
    exponent: ((suffix.base === 10 ? suffix.exponent : 0) - fraction.length) | 0
  }
  if (read.exponent > maxDigits) return { fault: faults.size }
  const { amount, format } = withinBounds(read, suffix)
  return new Quantity(isNegative ? -amount.unscaled : amount.unscaled, amount.exponent, format, { big: true })
}

/** Rounds up to billionths; caps binary amounts, and writes those below one in decimal. */
function withinBounds(read: Decimal, { format }: Suffix): { amount: Decimal; format: Suffix['format'] } {
  if (read.unscaled === 0n) return { amount: read, format }
  const rounded: Decimal = { unscaled: roundUp(read, finest), exponent: finest }
  if (format !== 'BinarySI') return { amount: rounded, format }
  if (compareDecimals(rounded, greatest) > 0) return { amount: greatest, format }
  return { amount: rounded, format: compareDecimals(rounded, one) < 0 ? 'DecimalSI' : format }
}
