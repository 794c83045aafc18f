import { rare } from './cursor.ts'

// Fewer aliases than go-yaml's limit can ever mind, as long as none leads to another.
const mostUses = 90
const mostNodes = 400_000

/** The anchors of one document, where its aliases are simple enough to need no count of what they expand to. */
export class Anchors {
  readonly #values = new Map<string, unknown>()
  #uses = 0

  /** Notes that the node of an anchor begins, and returns what `end` needs. */
  begin(name: string): number {
    // An alias in the node leads to the node itself, not to an earlier one of that name.
    this.#values.delete(name)
    return this.#uses
  }

  end(name: string, begun: number, value: unknown): void {
    if (this.#uses === begun) this.#values.set(name, value)
  }

  use(name: string): unknown {
    if (!this.#values.has(name) || ++this.#uses > mostUses) throw rare
    return this.#values.get(name)
  }

  /** Whether a text of that length is certainly within the limits, however its aliases expand. */
  allows(length: number): boolean {
    return this.#uses === 0 || length * (this.#uses + 1) < mostNodes
  }
}
