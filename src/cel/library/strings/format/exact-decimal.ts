/** Decimal digits of doubles, without any rounding but the one asked for, to even where a digit lies in the middle. */

/** A number that is not negative: `digits * 10 ** -scale`. */
interface ExactDecimal {
  readonly digits: bigint
  readonly scale: number
}

/** The number with at most this many digits behind the point: those before and those behind. */
export function roundToFraction(value: number, fractionDigits: number): { whole: string; fraction: string } {
  const { digits, scale } = exact(value)
  const rounded =
    scale <= fractionDigits
      ? digits * 10n ** BigInt(fractionDigits - scale)
      : divideToEven(digits, scale - fractionDigits)
  const text = rounded.toString().padStart(fractionDigits + 1, '0')
  const point = text.length - fractionDigits
  return { whole: text.slice(0, point), fraction: text.slice(point) }
}

/** The number with this many significant digits, and its decimal exponent: `1.25e3` is `125…` and 3. */
export function roundToSignificant(value: number, count: number): { digits: string; exponent: number } {
  const { digits, scale } = exact(value)
  if (digits === 0n) return { digits: '0'.repeat(count), exponent: 0 }
  const length = digits.toString().length
  const rounded = length <= count ? digits * 10n ** BigInt(count - length) : divideToEven(digits, length - count)
  const text = rounded.toString()
  // Nines may have become one followed by zeros.
  return { digits: text.slice(0, count), exponent: length - scale - 1 + (text.length - count) }
}

/** Every double is a whole number times a power of two, and so a finite decimal. */
function exact(value: number): ExactDecimal {
  const bits = new DataView(new ArrayBuffer(8))
  bits.setFloat64(0, Math.abs(value))
  const raw = bits.getBigUint64(0)
  const biased = Number(raw >> 52n)
  const fraction = raw & 0xf_ffff_ffff_ffffn
  const mantissa = biased === 0 ? fraction : fraction | 0x10_0000_0000_0000n
  const power = Math.max(biased, 1) - 1075
  if (power >= 0) return { digits: mantissa << BigInt(power), scale: 0 }
  return { digits: mantissa * 5n ** BigInt(-power), scale: -power }
}

/** Divides by a power of ten and rounds to the nearest whole number, from the middle to the even one. */
function divideToEven(value: bigint, power: number): bigint {
  const divisor = 10n ** BigInt(power)
  const quotient = value / divisor
  const twice = 2n * (value % divisor)
  return twice > divisor || (twice === divisor && quotient % 2n === 1n) ? quotient + 1n : quotient
}
