import { batch } from '@preact/signals'
import { SeverityMark } from '../components/severity-mark.tsx'
import { controlOf, messageOf, qualifiedName, severityOf, statusOf } from '../model/describe.ts'
import { counted } from '../model/numbers.ts'
import { focusFinding } from './focus.ts'
import type { ReportState } from './report-state.ts'

const few = 8

interface NeighboursProps {
  readonly state: ReportState
  readonly finding: number
}

/** Other findings on the same object, and ways to list more of the same. */
export function Neighbours({ state, finding }: NeighboursProps) {
  const { findings } = state
  const others = state.ofObject(findings.object[finding] ?? 0).filter((other) => other !== finding)
  const control = controlOf(findings, finding)
  const same = state.facet('control').totals[state.facet('control').values.indexOf(control.id)] ?? 0
  const name = qualifiedName(findings.data, findings.object[finding] ?? 0)
  return (
    <>
      {others.length > 0 && (
        <>
          <h4>Also on this object</h4>
          <ul class="neighbours">
            {others.slice(0, few).map((other) => (
              <li key={other}>
                <button type="button" onClick={() => read(state, other)}>
                  <SeverityMark severity={severityOf(findings, other)} status={statusOf(findings, other)} />
                  <span>{messageOf(findings, other)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="more">
        {others.length > 0 && (
          <button type="button" class="quiet" onClick={() => list(state, `"${name}"`, null)}>
            List all {counted(others.length + 1, 'finding')} of this object
          </button>
        )}
        {same > 1 && (
          <button type="button" class="quiet" onClick={() => list(state, '', control.id)}>
            List all {counted(same, 'finding')} of this control
          </button>
        )}
      </p>
    </>
  )
}

/** The button is gone then, so the focus goes to the finding. */
function read(state: ReportState, finding: number): void {
  state.chosen.value = finding
  focusFinding()
}

function list(state: ReportState, query: string, control: string | null): void {
  batch(() => {
    state.query.value = query
    state.selection.value = control === null ? {} : { control: new Set([control]) }
  })
}
