import { ChapterScores } from './chapter-scores.tsx'
import type { ReportState } from './report-state.ts'
import { SeverityMatrix } from './severity-matrix.tsx'
import { Totals } from './totals.tsx'

/** What the scan comes to, at a glance. */
export function Overview({ state }: { readonly state: ReportState }) {
  return (
    <div class="overview">
      <Totals state={state} />
      <ChapterScores state={state} />
      <SeverityMatrix state={state} />
    </div>
  )
}
