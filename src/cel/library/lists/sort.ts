import { CelError, type CelValue, typeNameOf } from '../../values.ts'
import { isComparable, isLess } from './comparable.ts'

/**
 * The elements in the order of their keys, which must be of one type. Equal keys keep their order.
 *
 * cel-go leaves the order of equal keys open; up to twelve elements it keeps it too.
 */
export function sortByKeys(list: readonly CelValue[], keys: readonly CelValue[]): readonly CelValue[] {
  const [first] = keys
  if (list.length !== keys.length) throw new CelError(differentSizes(list.length, keys.length))
  if (first === undefined) return list
  if (!isComparable(first)) throw new CelError('list elements must be comparable')
  const type = typeNameOf(first)
  if (keys.some((key) => typeNameOf(key) !== type)) throw new CelError('list elements must have the same type')
  const pairs = list.map((element, i) => ({ element, key: keys[i] ?? null }))
  pairs.sort((one, other) => Number(isLess(other.key, one.key)) - Number(isLess(one.key, other.key)))
  return pairs.map(({ element }) => element)
}

function differentSizes(list: number, keys: number): string {
  return `@sortByAssociatedKeys() expected a list of the same size as the associated keys list, but got ${list} and ${keys} elements respectively`
}
