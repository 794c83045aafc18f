import { isForCompanions } from '../../fix/companions/companion-controls.ts'
import { fixGrades } from '../../fix/grade.ts'
import { type LeftOut, type LeftOutKind, leftOutKinds } from '../../fix/repair.ts'
import { count } from '../../report/text/count.ts'
import { counted, type FixTotals } from './fix-totals.ts'

const headings: Readonly<Record<LeftOutKind, string>> = {
  grade: 'cost more than --grade allows',
  choice: 'need a word from you',
  refused: 'would be refused by the API server or the kubelet',
  conflict: 'clash with another fix',
  worse: 'would make a graver finding appear',
  rendered: 'come out of a chart, an overlay or Runtime Fabric',
  text: 'stand where the text cannot be edited',
  declined: 'you said no to',
  'no-fix': 'have no fix that is right for everybody'
}

const shown = 6

/** What was fixed and what is left, and why, for people. */
export function fixSummary(totals: FixTotals, excepted: number, written: boolean): string {
  const lines = [fixedLine(totals, written)]
  for (const [file, reason] of totals.unwritten) lines.push(`not written: ${file}: ${reason}`)
  if (totals.left.length > 0) {
    lines.push(`${count(totals.left.length, 'finding')} left:`)
    for (const kind of leftOutKinds) lines.push(...leftLines(kind, totals.leftBy(kind)))
  }
  const lacking = totals.leftBy('no-fix').filter(({ finding }) => isForCompanions(finding.control)).length
  if (lacking > 0) lines.push(`${count(lacking, 'finding')} of them about what is not there: --companions adds it`)
  if (excepted > 0) lines.push(`${count(excepted, 'finding')} excepted, which nobody asks to fix`)
  return `${lines.join('\n')}\n`
}

function fixedLine(totals: FixTotals, written: boolean): string {
  const { fixed, files } = totals
  if (fixed.length === 0) return 'Nothing is changed.'
  const grades = totals.gradesFixed()
  const parts = fixGrades.filter((grade) => grades.has(grade)).map((grade) => `${grades.get(grade)} ${grade}`)
  const what = `${count(fixed.length, 'finding')} ${written ? 'fixed' : 'to be fixed'} in ${count(files, 'file')}`
  return `${what}: ${parts.join(', ')}${written ? '' : ' (nothing is written without --write)'}`
}

function leftLines(kind: LeftOutKind, left: readonly LeftOut[]): string[] {
  if (left.length === 0) return []
  const byReason = counted(left.map((each) => (kind === 'no-fix' ? each.finding.control : textOf(each))))
  const rows = [...byReason].sort(([, a], [, b]) => b - a)
  const lines = [`  ${left.length} ${headings[kind]}`]
  for (const [text, number] of rows.slice(0, shown)) lines.push(`    ${number} × ${text}`)
  if (rows.length > shown) lines.push(`    … and ${rows.length - shown} more: -o json lists them all`)
  return lines
}

function textOf({ finding, reason }: LeftOut): string {
  return `${finding.control}: ${reason}`
}
