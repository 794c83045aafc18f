import { isDeepStrictEqual } from 'node:util'
import { isMapping } from '../../estate/mapping.ts'
import { type Path, valueAt } from '../../estate/path.ts'
import type { Change } from '../../yaml/edit/change.ts'
import { isUnordered } from '../rendered/list-keys.ts'
import { sameObject } from '../rendered/same-object.ts'

/** Whether all that differs from `before` is as in `after`: a step on the way from one to the other, or the whole of it. */
export function isBetween(value: unknown, before: unknown, after: unknown, path: Path = []): boolean {
  if (isDeepStrictEqual(value, before) || isDeepStrictEqual(value, after)) return true
  if (isMapping(value) && isMapping(after)) {
    const old = isMapping(before) ? before : {}
    const keys = new Set([...Object.keys(value), ...Object.keys(old)])
    return [...keys].every((key) => isBetween(value[key], old[key], after[key], [...path, key]))
  }
  if (!Array.isArray(value) || !Array.isArray(after)) return false
  const old = Array.isArray(before) ? before : []
  if (isUnordered(path)) {
    const from = [...old, ...after]
    return value.length >= old.length && value.every((each) => from.some((known) => sameObject(each, known)))
  }
  if (value.length < old.length || value.length > after.length) return false
  return value.every((each, index) => isBetween(each, old[index], after[index], [...path, index]))
}

/** Whether an object is as a change wants it. */
export function isReached(object: unknown, change: Change): boolean {
  if (!('set' in change)) return valueAt(object, change.path) === undefined
  if (sameObject(valueAt(object, change.path), change.set)) return true
  const list = change.path.slice(0, -1)
  const elements = valueAt(object, list)
  return isUnordered(list) && Array.isArray(elements) && elements.some((each) => sameObject(each, change.set))
}
