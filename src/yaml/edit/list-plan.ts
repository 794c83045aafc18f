import { removed } from './changed.ts'
import { equal } from './equal.ts'

/** How one list becomes another, by indexes of the old one. */
export interface ListPlan {
  /** Items that change where they are, with what they become. */
  readonly changed: ReadonlyMap<number, unknown>
  readonly gone: ReadonlySet<number>
  /** New items behind the one at the index; -1 is before all. */
  readonly inserted: ReadonlyMap<number, readonly unknown[]>
}

/** A plan for a list in which items keep their places, and removed ones are marked. */
export function planByIndex(old: readonly unknown[], wanted: readonly unknown[]): ListPlan {
  const plan = new Plan()
  const added = wanted.slice(old.length).filter((item) => item !== removed)
  let kept = old.length
  while (kept > 0 && wanted[kept - 1] === removed) kept--
  for (let index = 0; index < kept; index++) {
    if (wanted[index] === removed) plan.gone.add(index)
    else if (wanted[index] !== old[index]) plan.changed.set(index, wanted[index])
  }
  plan.exchange(kept, old.length, added)
  return plan
}

/** A plan that keeps as many items as can be. */
export function planByValue(old: readonly unknown[], wanted: readonly unknown[]): ListPlan {
  const plan = new Plan()
  let from = 0
  let behind = -1
  const matches = longestCommon(old, wanted)
  for (const [mine, theirs] of [...matches, [old.length, wanted.length] as const]) {
    plan.exchange(behind + 1, mine, wanted.slice(from, theirs))
    behind = mine
    from = theirs + 1
  }
  return plan
}

class Plan implements ListPlan {
  readonly changed = new Map<number, unknown>()
  readonly gone = new Set<number>()
  readonly inserted = new Map<number, readonly unknown[]>()

  /** The items from `start` up to `end` make way for others: one takes the place of another as long as there are both. */
  exchange(start: number, end: number, others: readonly unknown[]): void {
    const pairs = Math.min(end - start, others.length)
    for (let at = 0; at < pairs; at++) this.changed.set(start + at, others[at])
    for (let index = start + pairs; index < end; index++) this.gone.add(index)
    if (others.length > pairs) this.inserted.set(end - 1, others.slice(pairs))
  }
}

/** Beyond so many comparisons, items are matched by their places alone. */
const mostComparisons = 1_000_000

/** Pairs of indexes of equal items, as many as possible, in order. */
function longestCommon(a: readonly unknown[], b: readonly unknown[]): (readonly [number, number])[] {
  if (a.length * b.length > mostComparisons) {
    const shorter = Math.min(a.length, b.length)
    return Array.from({ length: shorter }, (_, at) => [at, at] as const).filter(([at]) => equal(a[at], b[at]))
  }
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  const length = (i: number, j: number): number => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = equal(a[i], b[j])
        ? length(i + 1, j + 1) + 1
        : Math.max(length(i + 1, j), length(i, j + 1))
  const matches: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (equal(a[i], b[j])) matches.push([i++, j++])
    else if (length(i + 1, j) >= length(i, j + 1)) i++
    else j++
  }
  return matches
}
