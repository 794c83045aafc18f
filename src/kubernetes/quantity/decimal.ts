/** A decimal number without rounding: `unscaled * 10 ** exponent`. */
export interface Decimal {
  readonly unscaled: bigint
  readonly exponent: number
}

export function isInt64(value: bigint): boolean {
  return BigInt.asIntN(64, value) === value
}

/** Compares two decimals without writing out more digits than they have, whatever their exponents. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  if (a.exponent === b.exponent) return compare(a.unscaled, b.unscaled)
  const sign = compare(a.unscaled, 0n)
  const other = compare(b.unscaled, 0n)
  if (sign !== other || sign === 0) return compare(sign, other)
  const magnitude = digits(a) + a.exponent - (digits(b) + b.exponent)
  if (magnitude !== 0) return magnitude > 0 === sign > 0 ? 1 : -1
  // Equal magnitudes: the exponents differ by no more than the numbers of digits do.
  const exponent = Math.min(a.exponent, b.exponent)
  return compare(atExponent(a, exponent), atExponent(b, exponent))
}

/** The unscaled value of the same number at an exponent not above its own. */
export function atExponent({ unscaled, exponent }: Decimal, lower: number): bigint {
  return exponent === lower ? unscaled : unscaled * 10n ** BigInt(exponent - lower)
}

/** Rounds away from zero to a whole multiple of `10 ** exponent`. */
export function roundUp(value: Decimal, exponent: number): bigint {
  if (value.exponent >= exponent) return atExponent(value, exponent)
  const sign = value.unscaled < 0n ? -1n : 1n
  const dropped = exponent - value.exponent
  if (digits(value) < dropped) return value.unscaled === 0n ? 0n : sign
  const unit = 10n ** BigInt(dropped)
  const quotient = value.unscaled / unit
  return value.unscaled % unit === 0n ? quotient : quotient + sign
}

/** Removes whole factors from a number other than zero: the rest, and how many were removed. */
export function removeFactors(value: bigint, factor: bigint): { rest: bigint; times: number } {
  let rest = value
  let times = 0
  while (rest % factor === 0n) {
    rest /= factor
    times++
  }
  return { rest, times }
}

/** `10 ** exponent` with the rounding of Go's `math.Pow10`, which multiplies two entries of tables. */
export function powerOfTen(exponent: number): number {
  if (exponent < -323) return 0
  if (exponent > 308) return Number.POSITIVE_INFINITY
  const size = Math.abs(exponent)
  const small = Number(`1e${size % 32}`)
  return exponent < 0 ? Number(`1e-${size - (size % 32)}`) / small : Number(`1e${size - (size % 32)}`) * small
}

function digits({ unscaled }: Decimal): number {
  return (unscaled < 0n ? -unscaled : unscaled).toString().length
}

function compare<T extends bigint | number>(a: T, b: T): -1 | 0 | 1 {
  return a === b ? 0 : a < b ? -1 : 1
}
