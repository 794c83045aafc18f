import { isDeepStrictEqual } from 'node:util'
import { isMapping } from '../../estate/mapping.ts'
import type { Path } from '../../estate/path.ts'
import { isUnordered } from './list-keys.ts'

/** Whether two objects say the same, whatever the order of lists in which it means nothing. */
export function sameObject(one: unknown, other: unknown, path: Path = []): boolean {
  if (isMapping(one) && isMapping(other)) {
    const keys = Object.keys(one)
    return (
      keys.length === Object.keys(other).length &&
      keys.every((key) => Object.hasOwn(other, key) && sameObject(one[key], other[key], [...path, key]))
    )
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    if (one.length !== other.length) return false
    if (!isUnordered(path)) return one.every((element, index) => sameObject(element, other[index], [...path, index]))
    const left = [...other]
    return one.every((element) => {
      const index = left.findIndex((candidate) => sameObject(element, candidate))
      if (index >= 0) left.splice(index, 1)
      return index >= 0
    })
  }
  return isDeepStrictEqual(one, other)
}
