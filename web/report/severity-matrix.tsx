import { useState } from 'preact/hooks'
import { severities } from '../model/findings.ts'
import { type MatrixRow, matrixRows } from '../model/matrix.ts'
import { grouped } from '../model/numbers.ts'
import type { ReportState } from './report-state.ts'

const fewRows = 8

/** Findings by namespace and severity. Every number filters by both, a namespace by itself. */
export function SeverityMatrix({ state }: { readonly state: ReportState }) {
  const [isOpen, setOpen] = useState(false)
  const namespaces = state.facet('namespace').values
  const rows = matrixRows(namespaces, state.result.value.matrix)
  const shown = isOpen ? rows : rows.slice(0, fewRows)
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts))
  return (
    <section class="panel matrix" aria-labelledby="matrix">
      <h2 id="matrix">Severity by namespace</h2>
      {rows.length === 0 && <p class="note">Nothing to count.</p>}
      <div class="scroll" hidden={rows.length === 0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Namespace</th>
              {severities.map((severity) => (
                <th key={severity} scope="col" data-tone={severity}>
                  {severity}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.namespace} state={state} row={row} most={most} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > fewRows && (
        <button type="button" class="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Show fewer namespaces' : `Show all ${grouped(rows.length)} namespaces`}
        </button>
      )}
      {shown.length < rows.length && (
        <p class="note paper">
          The worst {shown.length} of {grouped(rows.length)} namespaces.
        </p>
      )}
    </section>
  )
}

function Row({ state, row, most }: { readonly state: ReportState; readonly row: MatrixRow; readonly most: number }) {
  const { namespace, counts } = row
  const isRow = state.isChosen('namespace', namespace)
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          class="namespace"
          title={namespace}
          aria-pressed={isRow}
          onClick={() => state.toggle('namespace', namespace)}
        >
          {namespace}
        </button>
      </th>
      {severities.map((severity, index) => {
        const count = counts[index] ?? 0
        if (count === 0) {
          return (
            <td key={severity} class="zero">
              0
            </td>
          )
        }
        return (
          <td key={severity}>
            <button
              type="button"
              class="cell"
              data-tone={severity}
              style={{ '--share': String(0.1 + (0.9 * Math.log1p(count)) / Math.log1p(most)) }}
              aria-pressed={isRow && state.isChosen('severity', severity)}
              onClick={() => state.choose({ namespace, severity })}
            >
              {grouped(count)}
              <span class="unseen">
                {' '}
                {severity} in {namespace}
              </span>
            </button>
          </td>
        )
      })}
    </tr>
  )
}
