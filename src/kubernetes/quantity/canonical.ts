import { atExponent, compareDecimals, type Decimal, removeFactors, roundUp } from './decimal.ts'
import { type QuantityFormat, writeSuffix } from './suffix.ts'

/**
 * A quantity as the API server writes it: no fraction, the largest suffix that loses nothing.
 * `1.5` is `1500m`, `1.5Gi` is `1536Mi`.
 */
export function canonicalForm(value: Decimal, format: QuantityFormat): string {
  if (value.unscaled === 0n) return '0'
  return format === 'BinarySI' && isWrittenBinary(value) ? binaryForm(value) : decimalForm(value, format)
}

/** Small and fractional amounts are written in decimal, whatever suffix they came with. */
function isWrittenBinary(value: Decimal): boolean {
  const isSmall =
    compareDecimals(value, { unscaled: -1024n, exponent: 0 }) > 0 &&
    compareDecimals(value, { unscaled: 1024n, exponent: 0 }) < 0
  if (isSmall) return false
  return value.exponent >= 0 || compareDecimals({ unscaled: roundUp(value, 0), exponent: 0 }, value) === 0
}

function binaryForm(value: Decimal): string {
  const { rest, times } = removeFactors(roundUp(value, 0), 1024n)
  return `${rest}${writeSuffix('BinarySI', 10 * times)}`
}

function decimalForm(value: Decimal, format: QuantityFormat): string {
  const { rest, times } = removeFactors(value.unscaled, 10n)
  const exponent = value.exponent + times
  const thousands = 3 * Math.floor(exponent / 3)
  const suffix = writeSuffix(format === 'BinarySI' ? 'DecimalSI' : format, thousands)
  return `${atExponent({ unscaled: rest, exponent }, thousands)}${suffix}`
}
