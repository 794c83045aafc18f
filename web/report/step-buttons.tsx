import type { ReportState } from './report-state.ts'

interface StepButtonsProps {
  readonly state: ReportState
  readonly finding: number
}

/** To the findings before and behind in the list. */
export function StepButtons({ state, finding }: StepButtonsProps) {
  const { hits } = state.result.value
  const at = hits.indexOf(finding)
  const go = (to: number | undefined) => () => {
    if (to !== undefined) state.chosen.value = to
  }
  const [before, behind] = at === -1 ? [] : [hits[at - 1], hits[at + 1]]
  return (
    <div class="steps">
      <button type="button" disabled={before === undefined} onClick={go(before)}>
        <span aria-hidden="true">↑</span>
        <span class="unseen">Previous finding</span>
      </button>
      <button type="button" disabled={behind === undefined} onClick={go(behind)}>
        <span aria-hidden="true">↓</span>
        <span class="unseen">Next finding</span>
      </button>
    </div>
  )
}
