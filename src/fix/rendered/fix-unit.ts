import type { Resource } from '../../estate/resource.ts'
import type { Finding } from '../../scan/finding.ts'
import type { Fixed, ObjectPlan, ObjectPlanner } from '../plan/object-planner.ts'
import type { Dropped } from '../plan/settle.ts'
import type { LeftOut, Repair } from '../repair.ts'
import type { Files, Outcome, Wish } from './wish.ts'

/** Everything that one chart or overlay renders, and what was found in it. */
export interface RenderedFaults {
  readonly resources: readonly Resource[]
  readonly findingsOf: ReadonlyMap<Resource, readonly Finding[]>
  /** Fingerprints of findings that an exception covers. */
  readonly tolerated: ReadonlySet<string>
}

/** What becomes of a chart or an overlay. */
export interface FixedUnit {
  readonly files: Files
  readonly fixed: readonly Fixed[]
  readonly left: readonly LeftOut[]
}

/**
 * Plans the repairs of all objects, has them granted, and plans anew without what cannot be: a set of repairs that lost
 * one of its members need not go together any more.
 * @param grant Finds edits that make the renderer give what is wished.
 */
export function fixUnit(
  { resources, findingsOf, tolerated }: RenderedFaults,
  planner: ObjectPlanner,
  grant: (wishes: readonly Wish[]) => Outcome
): FixedUnit {
  const without = new Map<string, Dropped>()
  for (;;) {
    const plans = [...findingsOf].map(([resource, findings]) =>
      planner.plan({ resource, beside: resources, findings, tolerated, without })
    )
    const wishes = new Map(plans.flatMap(wishesOf))
    const { files, refused } = wishes.size === 0 ? nothing : grant([...wishes.keys()])
    if (refused.length === 0) {
      return { files, fixed: plans.flatMap(({ fixed }) => fixed), left: plans.flatMap(({ left }) => left) }
    }
    for (const { wish, reason } of refused) {
      const repair = wishes.get(wish)
      if (repair !== undefined) without.set(repair.finding.fingerprint, { kind: 'rendered', reason })
    }
  }
}

const nothing: Outcome = { files: new Map(), done: [], refused: [] }

function wishesOf({ resource, repairs }: ObjectPlan): [Wish, Repair][] {
  return repairs.map((repair) => [{ resource, changes: repair.changes }, repair])
}
