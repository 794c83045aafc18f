import { useMemo } from 'preact/hooks'
import { counted, grouped } from '../model/numbers.ts'
import { chapterTitles, type Score, scoresOf, weights } from '../model/score.ts'
import type { ReportState } from './report-state.ts'

/** How well the objects do in each chapter of the guide; a chapter with findings filters by it. */
export function ChapterScores({ state }: { readonly state: ReportState }) {
  const { findings } = state
  const scores = useMemo(() => scoresOf(findings), [findings])
  return (
    <section class="panel scores" aria-labelledby="scores">
      <h2 id="scores">
        Score by chapter
        <span class="overall">
          <span class="unseen">: overall </span>
          {scores.all.value ?? '–'}
          <span class="of"> of 100</span>
        </span>
      </h2>
      <ul>
        {chapterTitles(findings.data).map((title, index) => (
          <Chapter key={title} state={state} title={title} score={scores.chapters[index] ?? scores.all} />
        ))}
      </ul>
      <details class="method">
        <summary>How it is computed</summary>
        <p>
          The share of verdicts that pass, where one verdict is one control on one object. It counts{' '}
          {Object.entries(weights)
            .map(([severity, weight]) => `${weight} for ${severity}`)
            .join(', ')}
          . What is unknown counts as not passed, what is excepted not at all. A dash means that nothing read is judged
          by the chapter’s controls.
        </p>
      </details>
    </section>
  )
}

function Chapter({
  state,
  title,
  score
}: {
  readonly state: ReportState
  readonly title: string
  readonly score: Score
}) {
  const { fail, unknown, excepted, pass, value } = score
  const judged = pass + fail + unknown
  const said = [`${grouped(pass)} pass`, `${grouped(fail)} fail`]
  if (unknown > 0) said.push(`${grouped(unknown)} unknown`)
  if (excepted > 0) said.push(`${grouped(excepted)} excepted`)
  const row = (
    <>
      <span class="name">{title}</span>
      <span class="gauge" aria-hidden="true">
        <span data-part="pass" style={{ flexGrow: pass }} />
        <span data-part="fail" style={{ flexGrow: fail }} />
        <span data-part="unknown" style={{ flexGrow: unknown }} />
      </span>
      <span class="value">{value ?? '–'}</span>
      <span class="unseen">{judged === 0 ? 'nothing to judge' : said.join(', ')}</span>
    </>
  )
  const hint = judged === 0 ? 'nothing to judge' : `${counted(judged, 'verdict')}: ${said.join(', ')}`
  if (fail + unknown + excepted === 0) {
    return (
      <li class="chapter" title={hint}>
        {row}
      </li>
    )
  }
  return (
    <li title={hint}>
      <button
        type="button"
        class="chapter"
        aria-pressed={state.isChosen('chapter', title)}
        onClick={() => state.toggle('chapter', title)}
      >
        {row}
      </button>
    </li>
  )
}
