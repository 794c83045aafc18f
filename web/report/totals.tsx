import { severities } from '../model/findings.ts'
import { counted, grouped } from '../model/numbers.ts'
import type { ReportState } from './report-state.ts'

/** How many findings there are of each severity; each number filters by it. */
export function Totals({ state }: { readonly state: ReportState }) {
  const { findings, status, baseline } = state.findings.data.summary
  const { fail, unknown, excepted, pass } = status
  const most = Math.max(1, ...severities.map((severity) => findings[severity]))
  return (
    <section class="panel totals" aria-labelledby="totals">
      <h2 id="totals">
        <span class="big">{grouped(fail)}</span> {fail === 1 ? 'finding' : 'findings'}
      </h2>
      <ul class="tiles" style={{ '--digits': String(grouped(most).length) }}>
        {severities.map((severity) => (
          <li key={severity}>
            <button
              type="button"
              data-tone={severity}
              aria-pressed={state.isChosen('severity', severity)}
              onClick={() => state.toggle('severity', severity)}
            >
              <span class="figure">{grouped(findings[severity])}</span> <span class="name">{severity}</span>
              <span class="share" aria-hidden="true">
                {findings[severity] > 0 && <span style={{ width: `${(100 * findings[severity]) / most}%` }} />}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <ul class="verdicts">
        <li>{counted(pass, 'check')} passed</li>
        <Others state={state} name="unknown" count={unknown} meaning="could not be judged" />
        <Others state={state} name="excepted" count={excepted} meaning="tolerated for a time" />
        <Others state={state} name="known" count={baseline?.known ?? 0} meaning="from the baseline" />
        {(baseline?.gone ?? 0) > 0 && <li>{counted(baseline?.gone ?? 0, 'finding')} of the baseline gone</li>}
      </ul>
    </section>
  )
}

interface OthersProps {
  readonly state: ReportState
  readonly name: 'unknown' | 'excepted' | 'known'
  readonly count: number
  readonly meaning: string
}

function Others({ state, name, count, meaning }: OthersProps) {
  if (count === 0) return null
  return (
    <li>
      <button
        type="button"
        class="quiet"
        aria-pressed={state.isChosen('status', name)}
        onClick={() => state.toggle('status', name)}
      >
        {grouped(count)} {name}
      </button>
      , {meaning}
    </li>
  )
}
