import { Excerpt } from '../components/excerpt.tsx'
import { RichText } from '../components/rich-text.tsx'
import { SeverityMark } from '../components/severity-mark.tsx'
import { controlOf, messageOf, placeOf, severityOf, statusOf } from '../model/describe.ts'
import { FindingFacts } from './finding-facts.tsx'
import { FindingFrameworks } from './finding-frameworks.tsx'
import { rowId } from './finding-row.tsx'
import { FindingTolerance } from './finding-tolerance.tsx'
import { Neighbours } from './neighbours.tsx'
import type { ReportState } from './report-state.ts'
import { StepButtons } from './step-buttons.tsx'

interface FindingDetailProps {
  readonly state: ReportState
  readonly finding: number
}

/** One finding in full: where, why it matters, what to do, who asks for it, and what stands beside it. */
export function FindingDetail({ state, finding }: FindingDetailProps) {
  const { findings, excerpts } = state
  const control = controlOf(findings, finding)
  const status = statusOf(findings, finding)
  const lines = excerpts.of(findings.place[finding] ?? 0)
  return (
    <article class="finding" onKeyDown={(event) => backToList(event, finding)}>
      <div class="finding-bar">
        <SeverityMark severity={severityOf(findings, finding)} status={status} />
        <code class="control">{control.id}</code>
        <StepButtons state={state} finding={finding} />
      </div>
      <h3 id="finding" tabIndex={-1}>
        {messageOf(findings, finding)}
      </h3>
      {status !== 'pass' && <p class="control-title">{control.title}</p>}
      <FindingTolerance findings={findings} finding={finding} />
      <FindingFacts findings={findings} finding={finding} />
      {lines.length > 0 && <Excerpt lines={lines} label={`Lines around ${placeOf(findings, finding)}`} />}
      {control.why !== '' && (
        <>
          <h4>Why it matters</h4>
          <p>
            <RichText text={control.why} />
          </p>
        </>
      )}
      {status !== 'pass' && control.remedy !== '' && (
        <>
          <h4>What to do</h4>
          <p>
            <RichText text={control.remedy} />
          </p>
          {control.fix !== null && <p class="note">{control.fix}</p>}
        </>
      )}
      <FindingFrameworks findings={findings} finding={finding} />
      <Neighbours state={state} finding={finding} />
    </article>
  )
}

/** In a sheet, Escape closes it, and the browser gives the focus back. */
function backToList(event: KeyboardEvent, finding: number): void {
  if (event.key !== 'Escape' || (event.currentTarget instanceof Element && event.currentTarget.closest('dialog')))
    return
  document.getElementById(rowId(finding))?.focus()
}
