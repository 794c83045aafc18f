import { canonicalForm } from './canonical.ts'
import { atExponent, compareDecimals, type Decimal, isInt64, powerOfTen } from './decimal.ts'
import type { QuantityFormat } from './suffix.ts'

/**
 * A sum is written out at the finer of two scales. Where that needs more digits than this it is refused,
 * so that `quantity("1e1000000000").add(1)` cannot exhaust memory.
 */
const maxDigits = 100_000

/**
 * A Kubernetes resource quantity, exact: `unscaled * 10 ** exponent`.
 *
 * Answers as `resource.Quantity` of k8s.io/apimachinery does. That holds an amount as a scaled 64-bit integer, or as a
 * big decimal where it does not fit; only the former converts to an integer, so the difference is kept here.
 */
export class Quantity implements Decimal {
  readonly unscaled: bigint
  readonly exponent: number
  readonly format: QuantityFormat
  /** Whether the amount is held as a big decimal. */
  private big: boolean
  /** The text that was read, where the API server takes it for canonical. */
  private readonly text: string | undefined

  constructor(unscaled: bigint, exponent: number, format: QuantityFormat, held: { big?: boolean; text?: string } = {}) {
    this.unscaled = unscaled
    this.exponent = exponent
    this.format = format
    this.big = held.big ?? false
    this.text = held.text
  }

  sign(): -1 | 0 | 1 {
    return compareDecimals(this, { unscaled: 0n, exponent: this.exponent })
  }

  equals(other: Quantity): boolean {
    return compareDecimals(this, other) === 0
  }

  /** As in the API server, comparing with a big decimal turns this quantity into one. */
  compareTo(other: Quantity): -1 | 0 | 1 {
    if (other.big) this.big = true
    return compareDecimals(this, other)
  }

  /** The sum; undefined where it has too many digits to write out. */
  add(other: Quantity): Quantity | undefined {
    return this.addSmall(other, other.unscaled) ?? this.addBig(other, other.unscaled)
  }

  /** The difference; undefined where it has too many digits to write out. */
  subtract(other: Quantity): Quantity | undefined {
    // In 64 bits the smallest integer is its own opposite, for the API server too.
    return this.addSmall(other, BigInt.asIntN(64, -other.unscaled)) ?? this.addBig(other, -other.unscaled)
  }

  /** The amount where it is held as a whole 64-bit integer, else undefined. */
  toInteger(): bigint | undefined {
    if (this.big || this.exponent < 0) return undefined
    if (this.exponent === 0 || this.unscaled === 0n) return this.unscaled
    if (this.exponent > 18) return undefined
    const value = atExponent(this, 0)
    return isInt64(value) ? value : undefined
  }

  /** A double near the amount, infinite beyond their range, with the API server's rounding. */
  toApproximateNumber(): number {
    const base = Number(this.unscaled)
    return this.exponent === 0 ? base : base * powerOfTen(this.exponent)
  }

  toString(): string {
    return this.text ?? canonicalForm(this, this.format)
  }

  private addSmall(other: Quantity, addend: bigint): Quantity | undefined {
    if (this.big || other.big) return undefined
    const format = this.formatOfSum(other)
    if (addend === 0n) return new Quantity(this.unscaled, this.exponent, format)
    if (this.unscaled === 0n) return new Quantity(addend, other.exponent, format)
    const exponent = Math.min(this.exponent, other.exponent)
    if (Math.max(this.exponent, other.exponent) - exponent > 18) return undefined
    const left = atExponent(this, exponent)
    const right = atExponent({ unscaled: addend, exponent: other.exponent }, exponent)
    if (!isInt64(left) || !isInt64(right) || !isInt64(left + right)) return undefined
    return new Quantity(left + right, exponent, format)
  }

  private addBig(other: Quantity, addend: bigint): Quantity | undefined {
    const exponent = Math.min(this.exponent, other.exponent)
    if (Math.max(this.exponent, other.exponent) - exponent > maxDigits) return undefined
    const sum = atExponent(this, exponent) + atExponent({ unscaled: addend, exponent: other.exponent }, exponent)
    return new Quantity(sum, exponent, this.formatOfSum(other), { big: true })
  }

  private formatOfSum(other: Quantity): QuantityFormat {
    return this.unscaled === 0n ? other.format : this.format
  }
}
