import { rare } from './cursor.ts'

// Within these, go-yaml's limit on what aliases expand to (`alias-budget.ts`) can never be met, as long as no alias leads
// to another: 90 of 91 nodes are fewer than 99 in 100, and 390,000 nodes fewer than the share that is allowed beyond.
const mostUses = 90
const mostNodes = 390_000

interface Anchored {
  readonly value: unknown
  /** No fewer than go-yaml counts. */
  readonly nodes: number
}

/** The anchors of one document, where its aliases are simple enough to need no count of what they expand to. */
export class Anchors {
  readonly #anchored = new Map<string, Anchored>()
  #uses = 0
  #nodes = 0

  /** Notes that the node of an anchor begins, and returns what `end` needs. */
  begin(name: string): number {
    // An alias in the node leads to the node itself, not to an earlier one of that name.
    this.#anchored.delete(name)
    return this.#uses
  }

  /** @param length Of the node's text, in which a character stands for two nodes at most: `a:` is a mapping of an empty value. */
  end(name: string, begun: number, value: unknown, length: number): void {
    if (this.#uses === begun) this.#anchored.set(name, { value, nodes: 2 * length + 2 })
  }

  use(name: string): unknown {
    const anchored = this.#anchored.get(name)
    if (anchored === undefined) throw rare
    this.#uses++
    this.#nodes += anchored.nodes
    if (this.#uses > mostUses || this.#nodes > mostNodes) throw rare
    return anchored.value
  }
}
