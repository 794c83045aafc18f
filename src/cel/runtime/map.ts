/** What plain objects and CelMap have in common as CEL maps. */
import { CelDouble, CelMap, type CelRecord, CelUint, type CelValue, isRecord } from '../values.ts'
import { int, isInt, maxInt, maxUint, minInt } from './number.ts'

export type AnyMap = CelRecord | CelMap

/** Whether the value is a map of either form. */
export function isMap(value: CelValue): value is AnyMap {
  return isRecord(value) || value instanceof CelMap
}

/** The value under a key, numbers compared across types; undefined where there is none. */
export function findKey(map: AnyMap, key: CelValue): CelValue | undefined {
  if (!(map instanceof CelMap)) {
    return typeof key === 'string' && Object.hasOwn(map, key) ? map[key] : undefined
  }
  const exact = map.get(key)
  if (exact !== undefined) return exact
  for (const other of sameNumber(key)) {
    const found = map.get(other)
    if (found !== undefined) return found
  }
  return undefined
}

/** The same number as int and uint, where they hold it. */
function sameNumber(key: CelValue): CelValue[] {
  if (key instanceof CelUint) return key.value <= maxInt ? [int(key.value)] : []
  if (isInt(key)) return key >= 0 ? [new CelUint(BigInt(key))] : []
  const number = key instanceof CelDouble ? key.value : key
  if (typeof number !== 'number' || !Number.isInteger(number)) return []
  const exact = BigInt(number)
  const unsigned = exact >= 0n && exact <= maxUint ? [new CelUint(exact)] : []
  return exact >= minInt && exact <= maxInt ? [int(exact), ...unsigned] : unsigned
}

export function keysOf(map: AnyMap): CelValue[] {
  return map instanceof CelMap ? map.keys() : Object.keys(map)
}

export function entriesOf(map: AnyMap): Iterable<readonly [CelValue, CelValue]> {
  return map instanceof CelMap ? map.entries() : Object.entries(map)
}

export function sizeOfMap(map: AnyMap): number {
  return map instanceof CelMap ? map.size : Object.keys(map).length
}

/** Sets an own property even where its name is `__proto__`. */
export function setOwn(record: Record<string, CelValue>, key: string, value: CelValue): void {
  if (key === '__proto__') {
    Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true })
  } else record[key] = value
}
