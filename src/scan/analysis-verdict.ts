import type { Verdict } from '../controls/analysis.ts'
import type { Control } from '../controls/control.ts'
import type { ExceptionBook } from '../exceptions/book.ts'
import { exceptionKind } from '../exceptions/granted.ts'
import { applied } from './excepted.ts'
import type { FailingSet } from './failing-set.ts'
import type { AppliedException } from './finding.ts'
import type { PlannedAnalysis } from './plan.ts'

/** A verdict of an analysis on its way to a report. */
export interface AnalysisVerdict {
  readonly planned: PlannedAnalysis
  readonly verdict: Verdict
  readonly exception: AppliedException | null
  /** The stricter control along with which it is tolerated, where it is not tolerated for itself. */
  readonly along?: Control
  readonly fails: FailingSet
  /** Weaker controls whose failure at the same field this one stands for. */
  readonly speaksFor: readonly Control[]
}

const nobody: readonly Control[] = Object.freeze([])

/** A verdict as it is told, with the exception that covers what it finds. */
export function toldVerdict(planned: PlannedAnalysis, verdict: Verdict, exceptions: ExceptionBook): AnalysisVerdict {
  const told = { planned, verdict, exception: null, fails: planned.fails, speaksFor: nobody }
  // Nobody is excepted from keeping exceptions in order.
  if (exceptions.isEmpty || isPass(verdict) || judgesExceptions(planned)) return told
  const covering = exceptions.covering(planned.control.id, verdict.resource, verdict.container?.name ?? null)
  return covering === null ? told : { ...told, exception: applied(covering) }
}

export function isPass({ problem, unknown }: Verdict): boolean {
  return problem === null && unknown === null
}

export function judgesExceptions({ analyse }: PlannedAnalysis): boolean {
  return analyse.reads.includes(exceptionKind)
}
