import type { YamlPath } from '../locate.ts'
import { setOwn, type YamlMapping } from '../own-property.ts'
import type { Change } from './change.ts'

/** Stands in a list where an item is removed, as long as later changes may count by its place. */
export const removed = Symbol('removed')

/**
 * What a value is after the changes, without touching it: the truth to verify an edit against. What does not change is
 * shared with the original. A change that leads through a scalar, or beyond the end of a list, has no effect.
 */
export function changed(value: unknown, changes: readonly Change[]): unknown {
  const draft = new Draft(value)
  for (const change of changes) draft.apply(change)
  return draft.finish()
}

/** A value while it is changed: each mapping and list on the way of a change is copied once. */
export class Draft {
  root: unknown
  /** Each copy with what it was made of. */
  readonly originals = new Map<object, object>()

  constructor(value: unknown) {
    this.root = value
  }

  /** False where the change leads through a scalar or beyond the end of a list. */
  apply(change: Change): boolean {
    const { path } = change
    if (path.length === 0) {
      if ('set' in change) this.root = change.set
      return 'set' in change
    }
    const root = this.#inside(this.root, path, 0, change)
    if (root === undefined) return false
    this.root = root
    return true
  }

  /** `value` with the change made below it; undefined where it cannot be. */
  #inside(value: unknown, path: YamlPath, depth: number, change: Change): unknown {
    const part = path[depth]
    if (part === undefined) return 'set' in change ? change.set : removed
    const creates = value === undefined || value === null || value === removed
    if (creates && !('set' in change)) return value ?? null
    if (creates) return this.#inside(this.#own(typeof part === 'number' ? [] : {}), path, depth, change)
    if (Array.isArray(value)) return this.#insideList(value, part, path, depth, change)
    if (typeof value !== 'object') return undefined
    return this.#insideMapping(value as YamlMapping, String(part), path, depth, change)
  }

  #insideList(list: unknown[], part: string | number, path: YamlPath, depth: number, change: Change): unknown {
    if (typeof part !== 'number' || !Number.isInteger(part) || part < 0) return undefined
    if (part >= list.length && !('set' in change)) return list
    if (part > list.length) return undefined
    const item = this.#inside(list[part], path, depth + 1, change)
    if (item === undefined) return undefined
    if (item === list[part]) return list
    const copy = this.#own(list)
    copy[part] = item
    return copy
  }

  #insideMapping(mapping: YamlMapping, key: string, path: YamlPath, depth: number, change: Change): unknown {
    const present = Object.hasOwn(mapping, key)
    if (!present && !('set' in change)) return mapping
    const old = present ? mapping[key] : undefined
    const value = this.#inside(old, path, depth + 1, change)
    if (value === undefined) return undefined
    if (present && value === old) return mapping
    const copy = this.#own(mapping)
    if (value === removed) delete copy[key]
    else setOwn(copy, key, value)
    return copy
  }

  /** The copy of a collection that may be changed. */
  #own<Collection extends unknown[] | YamlMapping>(collection: Collection): Collection {
    if (this.originals.has(collection)) return collection
    const copy = (Array.isArray(collection) ? [...collection] : copyMapping(collection)) as Collection
    this.originals.set(copy, collection)
    return copy
  }

  /** A part of the value without the marks of removed items, for where it is written anew. */
  settled(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || !this.originals.has(value)) return value
    if (Array.isArray(value)) closeGaps(value)
    for (const item of Object.values(value)) this.settled(item)
    return value
  }

  /** The value in the end, its lists without the items that were removed. */
  finish(): unknown {
    for (const copy of this.originals.keys()) if (Array.isArray(copy)) closeGaps(copy)
    return this.root
  }
}

function copyMapping(mapping: YamlMapping): YamlMapping {
  const copy: YamlMapping = {}
  for (const [key, value] of Object.entries(mapping)) setOwn(copy, key, value)
  return copy
}

function closeGaps(list: unknown[]): void {
  let kept = 0
  for (const item of list) if (item !== removed) list[kept++] = item
  list.length = kept
}
