import { CelMap, type CelRecord, type CelValue } from '../values.ts'
import { fail, noOverloadFor } from './fault.ts'
import { type AnyMap, entriesOf, findKey, isMap, setOwn } from './map.ts'
import { show } from './show.ts'

/** Collects entries; the result is a plain object while every key is a string. */
export class MapBuilder {
  #record: Record<string, CelValue> | undefined = {}
  #map: CelMap | undefined

  /** Sets an entry; an undefined value, which is an absent optional, takes away what the key had before. */
  set(key: CelValue, value: CelValue | undefined): this {
    if (key instanceof Uint8Array) return fail('unsupported key type: bytes')
    if (this.#record !== undefined && typeof key === 'string') {
      if (value === undefined) delete this.#record[key]
      else setOwn(this.#record, key, value)
    } else this.#toMap().set(key, value)
    return this
  }

  /** Adds an entry whose key must be new. */
  insert(key: CelValue, value: CelValue): void {
    if (findKey(this.build(), key) !== undefined) fail(`insert failed: key ${show(key)} already exists`)
    this.set(key, value)
  }

  /** Adds all entries of a map, whose keys must be new. */
  insertAll(map: CelValue): void {
    for (const [key, value] of entriesOf(isMap(map) ? map : noOverloadFor('cel.@mapInsert', [this.build(), map])))
      this.insert(key, value)
  }

  build(): AnyMap {
    return this.#record ?? this.#toMap()
  }

  #toMap(): CelMap {
    this.#map ??= new CelMap(Object.entries(this.#record ?? ({} satisfies CelRecord)))
    this.#record = undefined
    return this.#map
  }
}
