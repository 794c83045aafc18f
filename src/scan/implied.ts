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
  if (!failures.some(({ planned }) => implications.has(planned.control.id))) return failures
  const reported = new Map(failures.map((failure) => [failure, failure]))
  for (const weaker of failures) {
    const stricter = strictestOver(weaker, failures, implications)
    const spokesman = stricter === undefined ? undefined : reported.get(stricter)
    if (stricter === undefined || spokesman === undefined) continue
    if (covers(spokesman.fails, weaker.fails)) reported.delete(weaker)
    else if (!bothOfPodSecurity(stricter, weaker)) {
      reported.delete(weaker)
      reported.set(stricter, speakingFor(spokesman, weaker, sets))
    }
  }
  return [...reported.values()]
}

/** A failure that implies this one at its item and is itself implied by none there. */
function strictestOver(weaker: Failure, failures: readonly Failure[], implications: Implications): Failure | undefined {
  const over = impliedBy(weaker, failures, implications)
  return over.find((candidate) => impliedBy(candidate, over, implications).length === 0)
}

function impliedBy(weaker: Failure, failures: readonly Failure[], implications: Implications): Failure[] {
  const stricter = implications.get(weaker.planned.control.id)
  if (stricter === undefined) return []
  return failures.filter((other) => stricter.has(other.planned.control.id) && concernsItem(other, weaker))
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
  const { path } = stricter.item
  return path.length <= weaker.item.path.length && path.every((step, index) => step === weaker.item.path[index])
}
