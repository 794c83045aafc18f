/** Gives equal values the same index, in the order in which they first came. */
export class Interner<Value> {
  readonly #indexes = new Map<unknown, number>()
  readonly #keyOf: (value: Value) => unknown
  readonly values: Value[] = []

  /** @param keyOf What makes values equal; the value itself where it is left out. */
  constructor(keyOf: (value: Value) => unknown = (value) => value) {
    this.#keyOf = keyOf
  }

  indexOf(value: Value): number {
    const key = this.#keyOf(value)
    const known = this.#indexes.get(key)
    if (known !== undefined) return known
    const index = this.values.length
    this.#indexes.set(key, index)
    this.values.push(value)
    return index
  }
}
