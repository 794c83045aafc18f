import type { ReportData } from '../../src/report/html/report-data.ts'
import { ThemeSelect } from '../components/theme-select.tsx'
import { counted, grouped } from '../model/numbers.ts'
import { mostPrinted } from './printed-findings.tsx'
import type { ReportState } from './report-state.ts'

/** What this is a report of. */
export function Masthead({ state }: { readonly state: ReportState }) {
  const { summary, frameworks } = state.findings.data
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
        <Subject data={state.findings.data} />
        {counted(summary.resources, 'object')}
        {summary.files > 0 && ` in ${counted(summary.files, 'file')}`}, judged by {counted(summary.controls, 'control')}{' '}
        of {frameworks.join(', ')}
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

/** What was scanned; the current folder has no name that would say anything later. */
function Subject({ data: { subjects, live } }: { readonly data: ReportData }) {
  const named = subjects.filter((subject) => subject !== '.')
  if (named.length === 0 && !live) return null
  return (
    <>
      {named.length > 0 && <code>{named.join(' ')}</code>}
      {named.length > 0 && live && ' and '}
      {live && 'a live cluster'}
      {' · '}
    </>
  )
}

/** When the file was written: it says so itself nowhere, so that the same input gives the same bytes. */
function fileDate(): string | null {
  const date = new Date(document.lastModified)
  if (location.protocol !== 'file:' || Number.isNaN(date.getTime())) return null
  return date.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
}
