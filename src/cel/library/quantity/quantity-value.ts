import { Quantity } from '../../../kubernetes/quantity/quantity.ts'
import { noSuchOverload } from '../../runtime/fault.ts'
import { CelOpaque } from '../../values.ts'

/** A resource quantity as a value of the language. */
export class QuantityValue extends CelOpaque {
  readonly typeName = 'kubernetes.Quantity'
  readonly quantity: Quantity
  /** Whether `add` or `sub` made it. */
  readonly #isComputed: boolean

  constructor(quantity: Quantity, isComputed = false) {
    super()
    this.quantity = quantity
    this.#isComputed = isComputed
  }

  /** In the API server the right side of a comparison must not be computed: a slip, but its answer is what counts. */
  override equals(other: CelOpaque): boolean {
    if (!(other instanceof QuantityValue) || other.#isComputed) return noSuchOverload()
    return this.quantity.equals(other.quantity)
  }

  override toString(): string {
    return this.quantity.toString()
  }
}

export function integerQuantity(value: number | bigint): QuantityValue {
  return new QuantityValue(new Quantity(BigInt(value), 0, 'DecimalExponent'))
}
