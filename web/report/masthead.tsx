import { ThemeSelect } from '../components/theme-select.tsx'
import { counted, grouped } from '../model/numbers.ts'
import { mostPrinted } from './printed-findings.tsx'
import type { ReportState } from './report-state.ts'

/** What this is a report of. */
export function Masthead({ state }: { readonly state: ReportState }) {
  const { summary, frameworks, subjects } = state.findings.data
  const { hits } = state.result.value
  const date = fileDate()
  return (
    <header class="masthead">
      <div class="title">
        <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
          <path d="M4 6h5v4h4.500V6h5v4H23V6h5v12c0 6-5 9-12 11C9 27 4 24 4 18z" />
        </svg>
        <h1>
          Bulwark <span>hardening report</span>
        </h1>
      </div>
      <p class="subject">
        {subjects.length > 0 && (
          <>
            <code>{subjects.join(' ')}</code>
            {' · '}
          </>
        )}
        {counted(summary.resources, 'object')} in {counted(summary.files, 'file')}, judged by{' '}
        {counted(summary.controls, 'control')} of {frameworks.join(', ')}
        {date !== null && ` · file of ${date}`}
      </p>
      <div class="tools">
        <ThemeSelect />
        <button type="button" onClick={() => print()}>
          Print
          {hits.length > mostPrinted && <span> the first {grouped(mostPrinted)}</span>}
        </button>
      </div>
    </header>
  )
}

/** When the file was written: it says so itself nowhere, so that the same input gives the same bytes. */
function fileDate(): string | null {
  const date = new Date(document.lastModified)
  if (location.protocol !== 'file:' || Number.isNaN(date.getTime())) return null
  return date.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
}
