/**
 * A float as a mapping key, as sigs.k8s.io/yaml writes it: Go's `FormatFloat(value, 'g', -1, 32)`, so the shortest
 * decimal that gives the same 32-bit float back, with an exponent below 1e-4 and from 1e+06 on.
 */
export function floatKey(value: number): string {
  const single = Math.fround(value)
  if (Number.isNaN(single)) return '.nan'
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf'
  if (single === 0) return Object.is(single, -0) ? '-0' : '0'
  const [mantissa = '', exponent = ''] = shortestSingle(single).split('e')
  const power = Number(exponent)
  if (power < -4 || power >= 6) return withExponent(mantissa, power)
  return plainDigits(mantissa, power)
}

/** The fewest significant digits that round back to the same 32-bit float, such as `-1.25e+3`. */
function shortestSingle(value: number): string {
  for (let digits = 0; digits < 9; digits++) {
    const text = value.toExponential(digits)
    if (Math.fround(Number(text)) === value) return text
  }
  return value.toExponential(9)
}

function withExponent(mantissa: string, power: number): string {
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
}

function plainDigits(mantissa: string, power: number): string {
  const sign = mantissa.startsWith('-') ? '-' : ''
  const digits = mantissa.replace(/[-.]/g, '')
  if (power < 0) return `${sign}0.${'0'.repeat(-power - 1)}${digits}`
  const whole = digits.slice(0, power + 1).padEnd(power + 1, '0')
  const rest = digits.slice(power + 1)
  return rest === '' ? sign + whole : `${sign}${whole}.${rest}`
}
