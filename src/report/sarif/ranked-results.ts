import type { Finding } from '../../scan/finding.ts'
import type { PageStore } from '../byte-pages.ts'
import { firstBytes } from '../first-bytes.ts'
import { TextsByFile } from '../texts-by-file.ts'
import { type Kept, kept, limits } from './limits.ts'
import { rankCount, rankOf } from './ranks.ts'

/** Ends each result; no result holds a line break. */
const separator = ',\n'

interface Rank {
  readonly texts: TextsByFile
  count: number
}

/**
 * Results in the order of their severity, so that those which a reader's limits leave out are the least severe. As many
 * of each severity are kept as could be written at most.
 */
export class RankedResults {
  readonly #store: PageStore
  readonly #textOf: (finding: Finding) => string
  readonly #ranks: (Rank | undefined)[] = Array.from({ length: rankCount }, () => undefined)
  #found = 0

  /** @param store Takes what is too much for memory. */
  constructor(store: PageStore, textOf: (finding: Finding) => string) {
    this.#store = store
    this.#textOf = textOf
  }

  /** How many there are, with those that are left out. */
  get found(): number {
    return this.#found
  }

  add(findings: readonly Finding[]): void {
    this.#found += findings.length
    const byRank = Map.groupBy(findings, rankOf)
    for (const [index, own] of byRank) {
      const rank = this.#rank(index)
      const room = limits.results - rank.count
      if (room <= 0) continue
      rank.texts.add(own.slice(0, room))
      rank.count += Math.min(room, own.length)
    }
  }

  /** How much of it can be written, worst first. */
  kept(): Kept {
    let count = 0
    let bytes = 0
    for (const rank of this.#ranks) {
      count += rank?.count ?? 0
      bytes += rank?.texts.length ?? 0
    }
    return kept(this.#parts(), count, bytes)
  }

  /** The members of a JSON list. */
  written({ bytes }: Kept): Iterable<Uint8Array> {
    return firstBytes(this.#parts(), bytes - separator.length)
  }

  *#parts(): Generator<Uint8Array> {
    for (const rank of this.#ranks) if (rank !== undefined) yield* rank.texts.parts()
  }

  #rank(index: number): Rank {
    const known = this.#ranks[index]
    if (known !== undefined) return known
    const texts = new TextsByFile(this.#store, (finding) => this.#textOf(finding) + separator)
    const rank = { texts, count: 0 }
    this.#ranks[index] = rank
    return rank
  }
}
