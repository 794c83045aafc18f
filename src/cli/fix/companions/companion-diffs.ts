import type { FixGrade } from '../../../controls/control.ts'
import type { Companion } from '../../../fix/companions/companion.ts'
import type { CompanionFiles } from '../../../fix/companions/files/companion-files.ts'
import { unifiedDiff } from '../../../fix/diff/unified-diff.ts'
import { fixGrades } from '../../../fix/grade.ts'
import type { Paint } from '../../../report/paint.ts'
import { printable } from '../../../report/printable.ts'
import { count } from '../../../report/text/count.ts'
import { diffName } from '../file-diffs.ts'
import { gradeMeanings, painted } from '../print-diff.ts'

/** The diffs, one grade after the other; what stands before those of a grade is for people. */
export function* companionDiffs({ files, done }: CompanionFiles, paint: Paint): Generator<string> {
  for (const grade of fixGrades) {
    const diffs = files.flatMap(({ file, before, steps }) => {
      const index = steps.findIndex((step) => step.grade === grade)
      const step = steps[index]
      if (step === undefined) return []
      return [unifiedDiff(diffName(file), steps[index - 1]?.text ?? before, step.text)]
    })
    if (diffs.length === 0) continue
    yield heading(
      grade,
      done.filter((one) => one.grade === grade),
      paint
    )
    for (const diff of diffs) yield painted(diff, paint)
  }
}

function heading(grade: FixGrade, own: readonly Companion[], paint: Paint): string {
  const lines = [paint.bold(`# ${grade}: ${gradeMeanings[grade]} (${count(own.length, 'companion')})`)]
  for (const { namespace, theme, argument, notes } of own) {
    lines.push(`#   ${namespace}: ${theme}: ${printable(argument)}`, ...notes.map((note) => `#     ${printable(note)}`))
  }
  return `${lines.join('\n')}\n`
}
