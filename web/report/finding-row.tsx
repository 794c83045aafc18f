import { SeverityMark } from '../components/severity-mark.tsx'
import { fingerprintOf, messageOf, severityOf, statusOf, subjectOf } from '../model/describe.ts'
import { focusFinding } from './focus.ts'
import type { ReportState } from './report-state.ts'

/** The id of the element of a finding in the list. */
export function rowId(finding: number): string {
  return `f${finding}`
}

interface FindingRowProps {
  readonly state: ReportState
  readonly finding: number
  /** From 1, in the whole list. */
  readonly position: number
  readonly size: number
  readonly isCurrent: boolean
  readonly isTabbable: boolean
}

/** One finding in the list. Its link works in another tab, too. */
export function FindingRow({ state, finding, position, size, isCurrent, isTabbable }: FindingRowProps) {
  const { findings } = state
  return (
    <li class="row" aria-posinset={position} aria-setsize={size}>
      <a
        id={rowId(finding)}
        href={`#f=${fingerprintOf(findings, finding)}`}
        tabIndex={isTabbable ? 0 : -1}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={(event) => open(event, state, finding)}
      >
        <SeverityMark severity={severityOf(findings, finding)} status={statusOf(findings, finding)} />
        <span class="message">{messageOf(findings, finding)}</span>
        <span class="subject">{subjectOf(findings, finding)}</span>
        <span class="place">
          <bdi>{state.shortPlace(finding)}</bdi>
        </span>
      </a>
    </li>
  )
}

/** With a key held, the link is the browser's. Opened by keyboard, reading goes on in the finding. */
function open(event: MouseEvent, state: ReportState, finding: number): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  state.chosen.value = finding
  if (event.detail === 0) focusFinding()
}
