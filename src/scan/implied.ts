import type { Control } from '../controls/control.ts'
import { covers, type FailingSets } from './failing-set.ts'
import type { Failure } from './failure.ts'

/** Which controls' failures cover a failure of which weaker control, directly or through others. */
export type Implications = ReadonlyMap<string, ReadonlySet<string>>

/** Weaker control id → ids of the stricter controls among `controls`. */
export function implicationsOf(controls: readonly Control[]): Implications {
  const byId = new Map(controls.map((control) => [control.id, control]))
  const stricter = new Map<string, Set<string>>()
  for (const control of controls) {
    const open = [...(control.implies ?? [])]
    const seen = new Set<string>()
    for (let weaker = open.pop(); weaker !== undefined; weaker = open.pop()) {
      if (seen.has(weaker)) continue
      seen.add(weaker)
      const set = stricter.get(weaker) ?? new Set()
      stricter.set(weaker, set.add(control.id))
      open.push(...(byId.get(weaker)?.implies ?? []))
    }
  }
  return stricter
}

/**
 * Reports each fault once: where a stricter control fails at an item, a weaker control's failure there is left out, and
 * the stricter one's answers for the weaker one's frameworks too. Checks of Pod Security stay apart, since their ids say
 * which level a failure belongs to.
 */
export function withoutImplied(
  failures: readonly Failure[],
  implications: Implications,
  sets: FailingSets
): readonly Failure[] {
  const reported: (Failure | null)[] = [...failures]
  for (const [index, weaker] of failures.entries()) {
    if (!implications.has(weaker.planned.control.id)) continue
    const stricter = strictestOver(weaker, failures, implications)
    if (stricter === -1) continue
    const spokesman = reported[stricter] ?? null
    if (spokesman === null) continue
    if (covers(spokesman.fails, weaker.fails)) reported[index] = null
    else if (!bothOfPodSecurity(spokesman, weaker)) {
      reported[index] = null
      reported[stricter] = speakingFor(spokesman, weaker, sets)
    }
  }
  return reported.filter((failure) => failure !== null)
}

/** Index of a failure that implies this one at its item and is itself implied by none there; -1 where there is none. */
function strictestOver(weaker: Failure, failures: readonly Failure[], implications: Implications): number {
  return failures.findIndex(
    (candidate) =>
      isStricter(candidate, weaker, implications) &&
      (!implications.has(candidate.planned.control.id) ||
        !failures.some((other) => isStricter(other, candidate, implications)))
  )
}

function isStricter(candidate: Failure, weaker: Failure, implications: Implications): boolean {
  const stricter = implications.get(weaker.planned.control.id)
  return stricter?.has(candidate.planned.control.id) === true && concernsItem(candidate, weaker)
}

function bothOfPodSecurity(a: Failure, b: Failure): boolean {
  return a.planned.control.maps.pss !== undefined && b.planned.control.maps.pss !== undefined
}

function speakingFor(stricter: Failure, weaker: Failure, sets: FailingSets): Failure {
  return {
    ...stricter,
    fails: sets.union(stricter.fails, weaker.fails),
    speaksFor: [...stricter.speaksFor, weaker.planned.control]
  }
}

/** The same item, or the pod or container that the weaker failure's item lies in. */
function concernsItem(stricter: Failure, weaker: Failure): boolean {
  const outer = stricter.item.path
  const inner = weaker.item.path
  if (outer === inner) return true
  for (let index = outer.length - 1; index >= 0; index--) {
    if (outer[index] !== inner[index]) return false
  }
  return true
}
