import type { ReportData } from '../../src/report/html/report-data.ts'
import { counted, grouped } from '../model/numbers.ts'

/** As many are put into the page; a report of thousands of them has a cause that the first ones show. */
const most = 500

/** What was not judged, and why: nothing goes unsaid. */
export function Troubles({ data: { troubles, skipped } }: { readonly data: ReportData }) {
  if (troubles.length + skipped.length === 0) return null
  const errors = troubles.filter(({ kind }) => kind === 'error')
  const unread = troubles.filter(({ kind }) => kind === 'unread')
  return (
    <section class="troubles" aria-label="What was not judged">
      <Group
        tone="bad"
        title={`Not read as it should be: ${grouped(errors.length)}`}
        hint="What follows was judged in part, or not at all."
        lines={errors}
      />
      <Group
        tone="bad"
        title={`Not given by the cluster: ${counted(unread.length, 'kind')} of objects`}
        hint="Verdicts that depend on them are unknown."
        lines={unread}
      />
      <Group
        tone="calm"
        title={`Skipped: ${counted(skipped.length, 'document')}`}
        hint="Nothing in them is a Kubernetes object to judge."
        lines={skipped.map(({ place, reason }) => ({ place, message: reason }))}
      />
    </section>
  )
}

interface GroupProps {
  readonly tone: 'bad' | 'calm'
  readonly title: string
  readonly hint: string
  readonly lines: readonly { readonly place: string; readonly message: string }[]
}

function Group({ tone, title, hint, lines }: GroupProps) {
  if (lines.length === 0) return null
  return (
    <details class="trouble" data-tone={tone}>
      <summary>{title}</summary>
      <p>{hint}</p>
      <ul>
        {lines.slice(0, most).map(({ place, message }, index) => (
          <li key={`${index}:${place}`}>
            <code>{place}</code> {message}
          </li>
        ))}
      </ul>
      {lines.length > most && <p>… and {grouped(lines.length - most)} more: the JSON report lists them all.</p>}
    </details>
  )
}
