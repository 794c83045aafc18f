import type { Resource } from './resource.ts'

const none: readonly Resource[] = Object.freeze([])

/**
 * Resources by one key. Built from the whole list at the first question and kept up to date from then on, so that an
 * index which nobody asks costs nothing.
 */
export class LazyIndex {
  readonly #keysOf: (resource: Resource) => Iterable<string>
  #byKey: Map<string, Resource[]> | undefined

  constructor(keysOf: (resource: Resource) => Iterable<string>) {
    this.#keysOf = keysOf
  }

  /** Tells the index about a resource that has just joined. */
  added(resource: Resource): void {
    if (this.#byKey !== undefined) this.#put(this.#byKey, resource)
  }

  get(key: string, all: readonly Resource[]): readonly Resource[] {
    return this.#built(all).get(key) ?? none
  }

  keys(all: readonly Resource[]): Iterable<string> {
    return this.#built(all).keys()
  }

  #built(all: readonly Resource[]): Map<string, Resource[]> {
    if (this.#byKey === undefined) {
      this.#byKey = new Map()
      for (const resource of all) this.#put(this.#byKey, resource)
    }
    return this.#byKey
  }

  #put(byKey: Map<string, Resource[]>, resource: Resource): void {
    for (const key of this.#keysOf(resource)) {
      const resources = byKey.get(key)
      if (resources === undefined) byKey.set(key, [resource])
      else resources.push(resource)
    }
  }
}
