import { formatPath } from '../estate/path.ts'
import type { AnalysisVerdict } from './analysis-verdict.ts'
import { isNoGraver } from './excepted.ts'
import type { Implications } from './implied.ts'

/**
 * The verdicts on one object, those of weaker controls tolerated along with what implies them at the same field, as it is
 * done for rules.
 * @param implications Which controls imply which, whether reports list both or not.
 */
export function toleratedAlong(
  verdicts: readonly AnalysisVerdict[],
  implications: Implications
): readonly AnalysisVerdict[] {
  const tolerated = verdicts.filter(({ exception, verdict }) => exception !== null && verdict.problem !== null)
  if (tolerated.length === 0) return verdicts
  return verdicts.map((weaker) => {
    const stricter = implications.get(weaker.planned.control.id)
    if (stricter === undefined || weaker.exception !== null || weaker.verdict.problem === null) return weaker
    const path = formatPath(weaker.verdict.path)
    const over = tolerated.find(
      ({ planned, verdict }) =>
        stricter.has(planned.control.id) &&
        formatPath(verdict.path) === path &&
        isNoGraver(weaker.planned.control, planned.control)
    )
    return over === undefined ? weaker : { ...weaker, exception: over.exception, along: over.planned.control }
  })
}
