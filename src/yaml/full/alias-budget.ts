import { YamlFault } from '../problem.ts'

const lowDecodes = 400_000
const highDecodes = 4_000_000

/** go-yaml's guard against alias bombs: what share of all decoding may come from expanding aliases. */
export class AliasBudget {
  /** Decoded nodes, each one again for each alias that leads to it. The document is the first. */
  decoded = 1
  #fromAliases = 0

  /** Counts a node that stands in the text, with all that is in it where that is not counted by itself. */
  count(offset: number, size = 1): void {
    this.decoded += size
    this.#check(offset)
  }

  /** Counts an alias to a node that decodes as `size` nodes. */
  expand(offset: number, size: number): void {
    this.decoded += 1 + size
    this.#fromAliases += size
    this.#check(offset)
  }

  /** Does work that does not count: an alias met before its anchor is decoded, as merged lists are read backwards. */
  aside<Result>(work: () => Result): Result {
    const { decoded } = this
    const fromAliases = this.#fromAliases
    const result = work()
    this.decoded = decoded
    this.#fromAliases = fromAliases
    return result
  }

  #check(offset: number): void {
    if (this.#fromAliases <= 100 || this.decoded <= 1000) return
    if (this.#fromAliases / this.decoded > allowedShare(this.decoded))
      throw new YamlFault(offset, 'aliases expand to far more than the text holds (an "alias bomb")', 'limit')
  }
}

/** 99 % in small documents, falling to 10 % in very large ones. */
function allowedShare(decoded: number): number {
  if (decoded <= lowDecodes) return 0.99
  if (decoded >= highDecodes) return 0.1
  return 0.99 - 0.89 * ((decoded - lowDecodes) / (highDecodes - lowDecodes))
}
