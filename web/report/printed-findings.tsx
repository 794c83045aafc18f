import type { ControlData } from '../../src/report/html/report-data.ts'
import { Excerpt } from '../components/excerpt.tsx'
import { RichText } from '../components/rich-text.tsx'
import { SeverityMark } from '../components/severity-mark.tsx'
import { PrintedTroubles } from '../components/troubles.tsx'
import { controlOf, messageOf, placeOf, severityOf, statusOf, subjectOf } from '../model/describe.ts'
import { counted, grouped } from '../model/numbers.ts'
import { FindingTolerance } from './finding-tolerance.tsx'
import type { ReportState } from './report-state.ts'

/** More would be hundreds of pages. */
export const mostPrinted = 500

/** Findings for paper: by control, so that reasons and remedies are printed once. */
export function PrintedFindings({ state }: { readonly state: ReportState }) {
  const { findings, result, query, selection } = state
  const { hits } = result.peek()
  const printed = [...hits.subarray(0, mostPrinted)]
  const byControl = Map.groupBy(printed, (finding) => controlOf(findings, finding))
  const filters = [query.peek().trim(), ...Object.values(selection.peek()).flatMap((values) => [...values])].filter(
    Boolean
  )
  return (
    <>
      <h2>{counted(hits.length, 'finding')}</h2>
      {filters.length > 0 && <p>Filtered by {filters.join(', ')}.</p>}
      {hits.length > mostPrinted && (
        <p class="cap">
          The first {grouped(mostPrinted)} of {grouped(hits.length)} are printed. Filter in the page to print others.
        </p>
      )}
      {[...byControl].map(([control, own]) => (
        <PrintedControl key={control.id} state={state} control={control} findings={own} />
      ))}
      <PrintedTroubles data={findings.data} />
    </>
  )
}

interface PrintedControlProps {
  readonly state: ReportState
  readonly control: ControlData
  readonly findings: readonly number[]
}

function PrintedControl({ state, control, findings }: PrintedControlProps) {
  return (
    <section>
      <h3>
        {control.title} <code>{control.id}</code> <span class="count">{grouped(findings.length)}</span>
      </h3>
      <p>
        <RichText text={control.why} />
      </p>
      <p>
        <strong>What to do:</strong> <RichText text={control.remedy} />
      </p>
      {findings.map((finding) => (
        <PrintedFinding key={finding} state={state} finding={finding} />
      ))}
    </section>
  )
}

function PrintedFinding({
  state: { findings, excerpts },
  finding
}: {
  readonly state: ReportState
  readonly finding: number
}) {
  const place = placeOf(findings, finding)
  const lines = excerpts.of(findings.place[finding] ?? 0)
  return (
    <article>
      <h4>
        <SeverityMark severity={severityOf(findings, finding)} status={statusOf(findings, finding)} />{' '}
        {messageOf(findings, finding)}
      </h4>
      <p class="where">
        {subjectOf(findings, finding)}
        {place !== '' && ` · ${place}`}
      </p>
      <FindingTolerance findings={findings} finding={finding} />
      {lines.length > 0 && <Excerpt lines={lines} label={`Lines around ${place}`} />}
    </article>
  )
}
