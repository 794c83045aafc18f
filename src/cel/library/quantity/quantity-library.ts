import { isQuantity, parseQuantity } from '../../../kubernetes/quantity/parse.ts'
import { Quantity } from '../../../kubernetes/quantity/quantity.ts'
import type { FunctionDeclaration, Library, Overload } from '../../declarations.ts'
import { double, int } from '../../runtime/number.ts'
import { boolType, doubleType, intType, opaqueType, stringType, type Type } from '../../type.ts'
import { CelError, type CelValue } from '../../values.ts'
import { integerQuantity, QuantityValue } from './quantity-value.ts'

const quantityType = opaqueType('kubernetes.Quantity')

function toQuantity(text: string): QuantityValue {
  const parsed = parseQuantity(text)
  if (parsed instanceof Quantity) return new QuantityValue(parsed)
  throw new CelError(parsed.fault)
}

function toInteger({ quantity }: QuantityValue): CelValue {
  const value = quantity.toInteger()
  if (value === undefined) throw new CelError('cannot convert value to integer')
  return int(value)
}

type Arithmetic = (one: Quantity, other: Quantity) => Quantity | undefined

/** `add` and `sub`, each of a quantity and of an int. */
function arithmetic(name: string, id: string, compute: Arithmetic): FunctionDeclaration {
  const call = ({ quantity }: QuantityValue, other: QuantityValue): QuantityValue => {
    const result = compute(quantity, other.quantity)
    if (result === undefined) throw new CelError('quantity has too many digits')
    return new QuantityValue(result, true)
  }
  const shape = { member: true, result: quantityType }
  return {
    name,
    overloads: [
      { ...shape, id, parameters: [quantityType, quantityType], call },
      {
        ...shape,
        id: `${id}_int`,
        parameters: [quantityType, intType],
        call: (quantity: QuantityValue, other: number | bigint) => call(quantity, integerQuantity(other))
      }
    ]
  }
}

type Comparison = (order: -1 | 0 | 1) => CelValue

function comparison(name: string, id: string, result: Type, read: Comparison): FunctionDeclaration {
  const call = (one: QuantityValue, other: QuantityValue): CelValue => read(one.quantity.compareTo(other.quantity))
  return {
    name,
    overloads: [{ id, member: true, parameters: [quantityType, quantityType], result, call, total: true }]
  }
}

type Reading = Pick<Overload, 'id' | 'result' | 'call'> & { readonly total?: boolean }

function reading(name: string, overload: Reading): FunctionDeclaration {
  return { name, overloads: [{ ...overload, member: true, parameters: [quantityType] }] }
}

/** Resource quantities: `kubernetes.quantity` of the API server, since Kubernetes 1.28. */
export const quantityLibrary: Library = {
  name: 'kubernetes.quantity',
  functions: [
    {
      name: 'quantity',
      overloads: [{ id: 'string_to_quantity', parameters: [stringType], result: quantityType, call: toQuantity }]
    },
    {
      name: 'isQuantity',
      overloads: [
        { id: 'is_quantity_string', parameters: [stringType], result: boolType, call: isQuantity, total: true }
      ]
    },
    {
      // Documented as a member, but declared as a function.
      name: 'sign',
      overloads: [
        {
          id: 'quantity_sign',
          parameters: [quantityType],
          result: intType,
          call: ({ quantity }: QuantityValue) => quantity.sign(),
          total: true
        }
      ]
    },
    comparison('isGreaterThan', 'quantity_is_greater_than', boolType, (order) => order === 1),
    comparison('isLessThan', 'quantity_is_less_than', boolType, (order) => order === -1),
    comparison('compareTo', 'quantity_compare_to', intType, (order) => order),
    reading('asInteger', { id: 'quantity_get_int', result: intType, call: toInteger }),
    reading('isInteger', {
      id: 'quantity_is_integer',
      result: boolType,
      call: ({ quantity }: QuantityValue) => quantity.toInteger() !== undefined,
      total: true
    }),
    reading('asApproximateFloat', {
      id: 'quantity_get_float',
      result: doubleType,
      call: ({ quantity }: QuantityValue) => double(quantity.toApproximateNumber()),
      total: true
    }),
    arithmetic('add', 'quantity_add', (one, other) => one.add(other)),
    arithmetic('sub', 'quantity_sub', (one, other) => one.subtract(other))
  ]
}
