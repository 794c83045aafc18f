import type { Verdict } from '../controls/analysis.ts'
import type { Control } from '../controls/control.ts'
import { formatPath } from '../estate/path.ts'
import type { FailingSet, FailingSets } from './failing-set.ts'
import type { AppliedException } from './finding.ts'
import type { Implications } from './implied.ts'
import type { PlannedAnalysis } from './plan.ts'

/** A verdict of an analysis on its way to a report. */
export interface LateVerdict {
  readonly planned: PlannedAnalysis
  readonly verdict: Verdict
  readonly exception: AppliedException | null
  readonly fails: FailingSet
  /** Weaker controls whose failure at the same field this one stands for. */
  readonly speaksFor: readonly Control[]
}

/**
 * Reports each fault of an object once, as it is done for rules: where a stricter control fails at a field, a weaker
 * one's failure there is left out, and the stricter one's answers for its frameworks too.
 */
export function withoutImpliedVerdicts(
  verdicts: readonly LateVerdict[],
  implications: Implications,
  sets: FailingSets
): readonly LateVerdict[] {
  const reported: (LateVerdict | null)[] = [...verdicts]
  for (const [index, weaker] of verdicts.entries()) {
    const stricter = implications.get(weaker.planned.control.id)
    if (stricter === undefined || !isOpenFailure(weaker)) continue
    const path = formatPath(weaker.verdict.path)
    const spokesman = reported.findIndex(
      (other) =>
        other !== null &&
        isOpenFailure(other) &&
        stricter.has(other.planned.control.id) &&
        formatPath(other.verdict.path) === path
    )
    const speaker = reported[spokesman]
    if (!speaker) continue
    const own = reported[index] ?? weaker
    reported[spokesman] = {
      ...speaker,
      fails: sets.union(speaker.fails, own.fails),
      speaksFor: [...speaker.speaksFor, weaker.planned.control, ...own.speaksFor]
    }
    reported[index] = null
  }
  return reported.filter((verdict) => verdict !== null)
}

/** What is tolerated, or unknown, speaks for nothing else. */
function isOpenFailure({ verdict, exception }: LateVerdict): boolean {
  return verdict.problem !== null && exception === null
}
