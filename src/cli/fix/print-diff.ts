import type { FixGrade } from '../../controls/control.ts'
import { fixGrades } from '../../fix/grade.ts'
import type { Fixed } from '../../fix/plan/object-planner.ts'
import type { Paint } from '../../report/paint.ts'
import { printable } from '../../report/printable.ts'
import { count } from '../../report/text/count.ts'
import type { FileDiff } from './file-diffs.ts'

export const gradeMeanings: Readonly<Record<FixGrade, string>> = {
  safe: 'keeps what the workload declares and can do',
  review: 'depends on the image or the workload: read it before you apply it',
  breaking: 'removes a feature in use'
}

/**
 * The diffs of all files, one grade after the other, so that each can be read, and left out, by itself. What stands before
 * the first diff of a grade is for people: `git apply` and `patch` pass over it.
 */
export function* diffText(diffs: readonly FileDiff[], fixed: readonly Fixed[], paint: Paint): Generator<string> {
  for (const grade of fixGrades) {
    const own = diffs.filter((diff) => diff.grade === grade)
    if (own.length === 0) continue
    const of = fixed.filter((each) => each.grade === grade)
    yield heading(grade, of, paint)
    for (const { diff } of own) yield painted(diff, paint)
  }
}

function heading(grade: FixGrade, fixed: readonly Fixed[], paint: Paint): string {
  const lines = [paint.bold(`# ${grade}: ${gradeMeanings[grade]} (${count(fixed.length, 'finding')})`)]
  const byArgument = Map.groupBy(fixed, ({ finding, argument }) => `${finding.control}: ${argument}`)
  for (const [text, all] of byArgument) lines.push(`#   ${all.length} × ${printable(text)}`)
  return `${lines.join('\n')}\n`
}

export function painted(diff: string, paint: Paint): string {
  if (paint.red('') === '') return diff
  return diff
    .split('\n')
    .map((line) => paintedLine(line, paint))
    .join('\n')
}

function paintedLine(line: string, paint: Paint): string {
  if (line.startsWith('--- ') || line.startsWith('+++ ')) return paint.bold(line)
  if (line.startsWith('-')) return paint.red(line)
  if (line.startsWith('+')) return paint.green(line)
  return line.startsWith('@') ? paint.blue(line) : line
}
