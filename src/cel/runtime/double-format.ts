/** The power of ten from which Go's `%g` writes an exponent. */
const firstLarge = 6

/** A double as `string(x)` prints it: Go's `%g`, the shortest digits that read back as the same number. */
export function formatDouble(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf'
  if (Object.is(value, -0)) return '-0'
  const [digits = '', power = ''] = value.toExponential().split('e')
  const exponent = Number(power)
  if (exponent >= -4 && exponent < firstLarge) return fixed(value)
  return `${digits}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
}

/** A finite number below 10^21 without an exponent, in the shortest digits. */
export function fixed(value: number): string {
  const text = String(value)
  const [mantissa = '', power] = text.split('e-')
  if (power === undefined) return text
  const sign = mantissa.startsWith('-') ? '-' : ''
  const digits = mantissa.replace(/[-.]/g, '')
  return `${sign}0.${'0'.repeat(Number(power) - 1)}${digits}`
}
