import { csvCell } from '../csv/cell.ts'
import { rowEnd } from '../csv/row-place.ts'
import type { FrameworkReport, ReportedItem } from './framework-report.ts'
import type { Offender } from './offenders.ts'

/** What a column is called and what it says. Columns are only ever added, and at the end. */
type Column = readonly [name: string, cell: (item: ReportedItem, offender: Offender | null) => string]

const columns: readonly Column[] = [
  ['row', (_, offender) => (offender === null ? 'item' : 'object')],
  ['item', ({ item }) => item.id],
  ['chapter', ({ chapter }) => chapter ?? ''],
  ['title', ({ item }) => item.title],
  ['automation', ({ automation }) => automation],
  ['status', (item, offender) => offender?.status ?? item.status],
  ['findings', ofItem(({ findings }) => String(findings))],
  ['passed', ofItem(({ passed }) => String(passed))],
  ['excepted', ofItem(({ excepted }) => String(excepted))],
  ['unknown', ofItem(({ unknown }) => unknown ?? '')],
  ['provider', ofItem(({ provider }) => provider ?? '')],
  ['question', ofItem(({ item }) => item.evidence ?? '')],
  ['evidence', ofItem(({ record }) => record?.evidence ?? '')],
  ['evidenceOwner', ofItem(({ record }) => record?.owner ?? '')],
  ['evidenceRecorded', ofItem(({ record }) => record?.recorded ?? '')],
  ['evidenceExpires', ofItem(({ record }) => record?.expires ?? '')],
  ['controls', (item, offender) => offender?.control ?? item.controls.map(({ id }) => id).join(' ')],
  ['severity', ofObject(({ severity }) => severity)],
  ['object', ofObject(({ object }) => object)],
  ['file', ofObject(({ file }) => file ?? '')],
  ['line', ofObject(({ line }) => (line === null ? '' : String(line)))],
  ['message', ofObject(({ message }) => message)],
  ['note', ofObject(({ note }) => note ?? '')],
  ['appliedBy', ofItem(({ item }) => (item.appliedBy ?? []).map(({ by, how }) => `${by}: ${how}`).join('; '))]
]

function ofItem(cell: (item: ReportedItem) => string): Column[1] {
  return (item, offender) => (offender === null ? cell(item) : '')
}

function ofObject(cell: (offender: Offender) => string): Column[1] {
  return (_, offender) => (offender === null ? '' : cell(offender))
}

/** The report for spreadsheets: a row for each item, followed by one for each object that its verdict rests on. */
export function* frameworkCsv({ items }: FrameworkReport): Generator<string> {
  yield columns.map(([name]) => name).join(',') + rowEnd
  for (const item of items) {
    yield row(item, null)
    for (const offender of item.offenders) yield row(item, offender)
  }
}

function row(item: ReportedItem, offender: Offender | null): string {
  return columns.map(([, cell]) => csvCell(cell(item, offender))).join(',') + rowEnd
}
