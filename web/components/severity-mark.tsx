import type { SeverityName, StatusName } from '../../src/report/html/report-data.ts'

/** How bad a finding is, in words and colour; another status than a failure stands in its place. */
export function SeverityMark({ severity, status }: { readonly severity: SeverityName; readonly status: StatusName }) {
  const shown = status === 'fail' ? severity : status
  return (
    <span class="mark" data-tone={shown}>
      {shown}
    </span>
  )
}
