/** Loops over lists and maps, and membership. */
import type { CelValue } from '../values.ts'
import { isEqual } from './equality.ts'
import { fail, goTypeName, noSuchOverload } from './fault.ts'
import { entriesOf, findKey, isMap, keysOf } from './map.ts'

/** What a loop with one variable goes over: a list's elements or a map's keys. */
export function elementsOf(range: CelValue): readonly CelValue[] {
  if (Array.isArray(range)) return range
  return isMap(range) ? keysOf(range) : fail(`got '${goTypeName(range)}', expected iterable type`)
}

/** What a loop with two variables goes over: index and element, or key and value. */
export function pairsOf(range: CelValue): readonly (readonly [CelValue, CelValue])[] {
  if (Array.isArray(range)) return range.map((element, index) => [index, element])
  return isMap(range) ? [...entriesOf(range)] : fail(`unsupported comprehension range type: ${goTypeName(range)}`)
}

/** `element in container`. */
export function isIn(element: CelValue, container: CelValue): boolean {
  if (Array.isArray(container)) return container.some((one) => isEqual(element, one))
  return isMap(container) ? findKey(container, element) !== undefined : noSuchOverload()
}
