import type { Companion } from '../../../fix/companions/companion.ts'
import { fixGrades } from '../../../fix/grade.ts'
import { printable } from '../../../report/printable.ts'
import { count } from '../../../report/text/count.ts'
import type { PlannedFiles } from './files-of-companions.ts'

export interface SummaryFacts {
  /** What could not be written, and why. */
  readonly problems: readonly string[]
  readonly write: boolean
}

/** What was added, what is left and why, for people. */
export function companionSummary(
  { done, left, notes }: PlannedFiles,
  above: readonly Companion[],
  { problems, write }: SummaryFacts
): string {
  const lines = [doneLine(done, write)]
  // With a diff, they stand there.
  if (write) for (const one of done) lines.push(...one.notes.map((note) => `  ${titleOf(one)}: ${note}`))
  lines.push(...notes, ...problems.map((problem) => `not written: ${problem}`))
  if (left.length > 0) {
    lines.push(
      `${count(left.length, 'companion')} left, since ${left.length === 1 ? 'it needs' : 'they need'} a change that only you can make:`
    )
    for (const { companion, reason } of left) lines.push(`  ${titleOf(companion)}: ${reason}`)
  }
  if (above.length > 0) {
    lines.push(`${count(above.length, 'companion')} ${above.length === 1 ? 'costs' : 'cost'} more than --grade allows:`)
    for (const one of above) lines.push(`  ${titleOf(one)} (${one.grade}): ${one.argument}`)
  }
  return `${lines.map(printable).join('\n')}\n`
}

function doneLine(done: readonly Companion[], write: boolean): string {
  if (done.length === 0) return 'Nothing is added.'
  const namespaces = new Set(done.map(({ namespace }) => namespace)).size
  const parts = fixGrades.flatMap((grade) => {
    const number = done.filter((one) => one.grade === grade).length
    return number === 0 ? [] : [`${number} ${grade}`]
  })
  const what = `${count(done.length, 'companion')} ${write ? 'added' : 'to be added'} to ${count(namespaces, 'namespace')}`
  return `${what}: ${parts.join(', ')}${write ? '' : ' (nothing is written without --write)'}`
}

function titleOf({ namespace, theme }: Companion): string {
  return `${namespace}: ${theme}`
}
