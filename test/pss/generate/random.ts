/** A seeded source of choices: the same seed gives the same pods on every machine. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 to less than 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** From `least` to `most`, both included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  pick<Value>(values: readonly [Value, ...Value[]]): Value {
    // The index is within the list, and a value may itself be undefined.
    return values[this.integer(0, values.length - 1)] as Value
  }

  /** `least` to `most` values, each made by `make`. */
  list<Value>(least: number, most: number, make: (index: number) => Value): Value[] {
    return Array.from({ length: this.integer(least, most) }, (_, index) => make(index))
  }
}
