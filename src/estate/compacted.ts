import { detached } from './detached.ts'
import type { Mapping } from './mapping.ts'

/**
 * Copies objects that are kept for long, so that they take less memory: what is cut out of a text keeps the whole text, a
 * list that grew has room for more, and the same few lists of words stand in all roles. Of an estate's objects few are
 * kept whole, so this costs less than keeping the texts of their files.
 */
export class Compactor {
  /** Lists of texts, by what is in them. */
  readonly #lists = new Map<string, readonly string[]>()
  /** What an alias repeats is one object, and stays one. */
  readonly #copies = new Map<object, unknown>()

  compacted(object: Mapping): Mapping {
    const copy = this.#mapping(object)
    this.#copies.clear()
    return copy
  }

  #value(value: unknown): unknown {
    if (typeof value === 'string') return detached(value)
    if (typeof value !== 'object' || value === null) return value
    const known = this.#copies.get(value)
    if (known !== undefined) return known
    const copy = Array.isArray(value) ? this.#list(value) : this.#mapping(value as Mapping)
    this.#copies.set(value, copy)
    return copy
  }

  #mapping(object: Mapping): Mapping {
    const copy: Mapping = {}
    for (const key of Object.keys(object)) {
      const value = this.#value(object[key])
      if (key === '__proto__')
        Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true })
      else copy[key] = value
    }
    return copy
  }

  #list(list: readonly unknown[]): readonly unknown[] {
    if (!list.every(isText)) return list.map((item) => this.#value(item))
    // No text of a manifest holds it, so that two lists never have one key.
    const key = list.join('\u0000')
    const known = this.#lists.get(key)
    if (known !== undefined && known.length === list.length) return known
    const copy = list.map(detached)
    this.#lists.set(key, copy)
    return copy
  }
}

function isText(item: unknown): item is string {
  return typeof item === 'string'
}
