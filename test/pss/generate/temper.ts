import type { Random } from './random.ts'

/**
 * Whether a pod behaves well, subject by subject. Fields drawn one by one would make nearly every pod fail nearly every
 * check; so a pod is careful about some subjects in all its containers, and careless about the others. One pod in five
 * is careful about nearly everything.
 */
export class Temper {
  readonly #random: Random
  readonly #care: number
  readonly #careful = new Map<string, boolean>()

  constructor(random: Random) {
    this.#random = random
    this.#care = random.chance(0.2) ? 0.97 : 0.5
  }

  isCareful(subject: string): boolean {
    const known = this.#careful.get(subject)
    if (known !== undefined) return known
    const careful = this.#random.chance(this.#care)
    this.#careful.set(subject, careful)
    return careful
  }

  /** A value that the checks accept where the pod is careful about `subject`, else any. */
  choose<Value>(subject: string, good: readonly [Value, ...Value[]], other: readonly [Value, ...Value[]]): Value {
    if (this.isCareful(subject)) return this.#random.pick(good)
    return this.#random.pick([...other, ...good])
  }
}
