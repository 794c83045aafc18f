import type { ReportData } from '../../src/report/html/report-data.ts'
import { counted, grouped } from './numbers.ts'

/** Of a report, what says what was not judged. */
export type NotJudged = Pick<ReportData, 'troubles' | 'skipped'>

/** Input that was not judged, all for a like reason. */
export interface TroubleGroup {
  readonly tone: 'bad' | 'calm'
  readonly title: string
  readonly hint: string
  readonly lines: readonly { readonly place: string; readonly message: string }[]
}

/** What was not judged, and why: nothing goes unsaid. */
export function troubleGroups({ troubles, skipped }: NotJudged): readonly TroubleGroup[] {
  const errors = troubles.filter(({ kind }) => kind === 'error')
  const unread = troubles.filter(({ kind }) => kind === 'unread')
  const groups: readonly TroubleGroup[] = [
    {
      tone: 'bad',
      title: `Not read as it should be: ${grouped(errors.length)}`,
      hint: 'What follows was judged in part, or not at all.',
      lines: errors
    },
    {
      tone: 'bad',
      title: `Not given by the cluster: ${counted(unread.length, 'kind')} of objects`,
      hint: 'Verdicts that depend on them are unknown.',
      lines: unread
    },
    {
      tone: 'calm',
      title: `Skipped: ${counted(skipped.length, 'document')}`,
      hint: 'Nothing in them is a Kubernetes object to judge.',
      lines: skipped.map(({ place, reason }) => ({ place, message: reason }))
    }
  ]
  return groups.filter(({ lines }) => lines.length > 0)
}
