import { PageHead } from '../components/page-head.tsx'
import { counted, grouped } from '../model/numbers.ts'
import { mostPrinted } from './printed-findings.tsx'
import type { ReportState } from './report-state.ts'

/** What this is a report of. */
export function Masthead({ state }: { readonly state: ReportState }) {
  const { summary, frameworks, subjects, live } = state.findings.data
  const { hits } = state.result.value
  return (
    <PageHead
      name="hardening report"
      subjects={subjects}
      live={live}
      printed={hits.length > mostPrinted ? `the first ${grouped(mostPrinted)}` : undefined}
    >
      {counted(summary.resources, 'object')}
      {summary.files > 0 && ` in ${counted(summary.files, 'file')}`}, judged by {counted(summary.controls, 'control')}{' '}
      of {frameworks.join(', ')}
    </PageHead>
  )
}
