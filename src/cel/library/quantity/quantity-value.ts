import { Quantity } from '../../../kubernetes/quantity/quantity.ts'
import { CelOpaque } from '../../values.ts'

/** A resource quantity as a value of the language. */
export class QuantityValue extends CelOpaque {
  readonly typeName = 'kubernetes.Quantity'
  readonly quantity: Quantity

  constructor(quantity: Quantity) {
    super()
    this.quantity = quantity
  }

  override equals(other: CelOpaque): boolean {
    return other instanceof QuantityValue && this.quantity.equals(other.quantity)
  }

  override toString(): string {
    return this.quantity.toString()
  }
}

export function integerQuantity(value: number | bigint): QuantityValue {
  return new QuantityValue(new Quantity(BigInt(value), 0, 'DecimalExponent'))
}
