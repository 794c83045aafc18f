/** The selected frameworks that one verdict fails, interned: equal sets are the same object, so reports can cache by it. */
export interface FailingSet {
  /** In the order in which they were selected. */
  readonly frameworks: readonly string[]
}

/** Interns sets of selected frameworks. */
export class FailingSets {
  readonly #order: readonly string[]
  readonly #byKey = new Map<string, FailingSet>()

  /** @param order Every selected framework, in the user's order. */
  constructor(order: readonly string[]) {
    this.#order = order
  }

  of(frameworks: Iterable<string>): FailingSet {
    const wanted = new Set(frameworks)
    const sorted = this.#order.filter((name) => wanted.has(name))
    const key = sorted.join('\n')
    let set = this.#byKey.get(key)
    if (set === undefined) {
      set = { frameworks: sorted }
      this.#byKey.set(key, set)
    }
    return set
  }

  union(a: FailingSet | null, b: FailingSet): FailingSet {
    if (a === null || a === b) return b
    return this.of([...a.frameworks, ...b.frameworks])
  }
}

/** True where every framework of `part` is in `whole`. */
export function covers(whole: FailingSet, part: FailingSet): boolean {
  return whole === part || part.frameworks.every((name) => whole.frameworks.includes(name))
}
