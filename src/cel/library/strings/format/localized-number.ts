/**
 * Doubles as `%f` and `%e` print them: through the American English number formats of golang.org/x/text, with a comma
 * for thousands, `∞`, and powers of ten in superscript. Two slips of that path are part of the language by now: the
 * "precision" of `%e` is a minimum width, and large precisions of `%f` are cut to 8 bits for the zeros that fill up
 * and to 16 for the digits that are shown.
 */
import { roundToFraction, roundToSignificant } from './exact-decimal.ts'

/** Larger numbers in a clause are not understood by the printer. */
const maxClause = 10_000_009

/** What the printer gives for a clause that it does not understand. */
const noVerb = '%!(NOVERB)'

export function fixedPoint(value: number, precision: number): string {
  if (precision > maxClause) return noVerb
  if (!Number.isFinite(value)) return notFinite(value)
  const shown = (precision << 16) >> 16
  const { whole, fraction } = shown < 0 ? shortest(value) : roundToFraction(value, shown)
  const digits = fraction.replace(/0+$/, '').padEnd(precision & 0xff, '0')
  return `${value < 0 ? '-' : ''}${grouped(whole)}${digits === '' ? '' : `.${digits}`}`
}

export function scientific(value: number, width: number): string {
  if (width > maxClause) return noVerb
  const text = Number.isFinite(value) ? powerForm(value) : notFinite(value)
  return ' '.repeat(Math.max(0, (width & 0xffff) - text.length)) + text
}

function powerForm(value: number): string {
  const { digits, exponent } = roundToSignificant(value, 7)
  const power = `${exponent < 0 ? '⁻' : ''}${superscript(Math.abs(exponent))}`
  return `${value < 0 ? '-' : ''}${digits.charAt(0)}.${digits.slice(1)}×10${power}`
}

function superscript(exponent: number): string {
  return String(exponent)
    .padStart(2, '0')
    .replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)))
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',')
}

function shortest(value: number): { whole: string; fraction: string } {
  const [mantissa = '', power = '0'] = Math.abs(value).toExponential().split('e')
  const digits = mantissa.replace('.', '')
  const point = Number(power) + 1
  if (point <= 0) return { whole: '0', fraction: '0'.repeat(-point) + digits }
  return { whole: digits.slice(0, point).padEnd(point, '0'), fraction: digits.slice(point) }
}

function notFinite(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  return value < 0 ? '-∞' : '∞'
}
