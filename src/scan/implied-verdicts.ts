import { formatPath } from '../estate/path.ts'
import type { AnalysisVerdict } from './analysis-verdict.ts'
import type { FailingSets } from './failing-set.ts'
import type { Implications } from './implied.ts'

/**
 * Reports each fault of an object once, as it is done for rules: where a stricter control fails at a field, a weaker
 * one's failure there is left out, and the stricter one's answers for its frameworks too.
 */
export function withoutImpliedVerdicts(
  verdicts: readonly AnalysisVerdict[],
  implications: Implications,
  sets: FailingSets
): readonly AnalysisVerdict[] {
  if (verdicts.length < 2) return verdicts
  const reported: (AnalysisVerdict | null)[] = [...verdicts]
  for (const [index, weaker] of verdicts.entries()) {
    const stricter = implications.get(weaker.planned.control.id)
    if (stricter === undefined || !(isOpenFailure(weaker) || weaker.along !== undefined)) continue
    const path = formatPath(weaker.verdict.path)
    const spokesman = reported.findIndex(
      (other) =>
        other !== null &&
        (weaker.along === undefined
          ? isOpenFailure(other) && stricter.has(other.planned.control.id)
          : other.planned.control === weaker.along && other.exception !== null) &&
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

/** What is tolerated speaks for what is tolerated along with it alone, and what is unknown for nothing else. */
function isOpenFailure({ verdict, exception }: AnalysisVerdict): boolean {
  return verdict.problem !== null && exception === null
}
