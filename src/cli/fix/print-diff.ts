import { relative } from 'node:path'
import type { FixGrade } from '../../controls/control.ts'
import { unifiedDiff } from '../../fix/diff/unified-diff.ts'
import { fixGrades } from '../../fix/grade.ts'
import type { Fixed } from '../../fix/plan/object-planner.ts'
import type { FixedText } from '../../fix/text/fixed-text.ts'
import type { Paint } from '../../report/paint.ts'
import { printable } from '../../report/printable.ts'
import { count } from '../../report/text/count.ts'

const meanings: Readonly<Record<FixGrade, string>> = {
  safe: 'keeps what the workload declares and can do',
  review: 'depends on the image or the workload: read it before you apply it',
  breaking: 'removes a feature in use'
}

/** The diffs of all files, one grade after the other, so that each can be read, and left out, by itself. */
export class DiffsByGrade {
  readonly #diffs = new Map<FixGrade, string[]>()
  readonly #fixed = new Map<FixGrade, Fixed[]>()

  add({ file, before, steps, fixed }: FixedText): void {
    let old = before
    for (const { grade, text } of steps) {
      push(this.#diffs, grade, unifiedDiff(diffName(file), old, text))
      old = text
    }
    for (const each of fixed) push(this.#fixed, each.grade, each)
  }

  /** What stands before the first diff of a grade is for people: `git apply` and `patch` pass over it. */
  *parts(paint: Paint): Generator<string> {
    for (const grade of fixGrades) {
      const diffs = this.#diffs.get(grade) ?? []
      if (diffs.length === 0) continue
      yield heading(grade, this.#fixed.get(grade) ?? [], paint)
      for (const diff of diffs) yield painted(diff, paint)
    }
  }
}

function push<T>(lists: Map<FixGrade, T[]>, grade: FixGrade, item: T): void {
  const list = lists.get(grade)
  if (list === undefined) lists.set(grade, [item])
  else list.push(item)
}

/** A file's name in diffs: from the current folder, where they are applied. */
export function diffName(file: string): string {
  if (file === '-') return 'stdin'
  return relative('.', file).replaceAll('\\', '/')
}

function heading(grade: FixGrade, fixed: readonly Fixed[], paint: Paint): string {
  const lines = [paint.bold(`# ${grade}: ${meanings[grade]} (${count(fixed.length, 'finding')})`)]
  const byArgument = Map.groupBy(fixed, ({ finding, argument }) => `${finding.control}: ${argument}`)
  for (const [text, all] of byArgument) lines.push(`#   ${all.length} × ${printable(text)}`)
  return `${lines.join('\n')}\n`
}

function painted(diff: string, paint: Paint): string {
  const colours: Readonly<Record<string, (text: string) => string>> = {
    '-': paint.red,
    '+': paint.green,
    '@': paint.blue
  }
  if (paint.red('') === '') return diff
  return diff
    .split('\n')
    .map((line) => {
      if (line.startsWith('--- ') || line.startsWith('+++ ')) return paint.bold(line)
      return (colours[line[0] ?? ''] ?? String)(line)
    })
    .join('\n')
}
