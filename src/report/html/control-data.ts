import { chapterOf, chapters } from '../../controls/chapters.ts'
import type { Control } from '../../controls/control.ts'
import type { Finding } from '../../scan/finding.ts'
import type { ControlTally } from '../../scan/tallies.ts'
import { fixGrades } from '../fix-grades.ts'
import { printable } from '../printable.ts'
import type { ControlData } from './report-data.ts'

/**
 * What the report knows of controls: first those that findings name, in that order, then the others that were selected,
 * since a score counts what passes, too.
 */
export function controlData(
  found: readonly Finding[],
  selected: readonly Control[],
  tallies: readonly ControlTally[]
): ControlData[] {
  const controls = new Map(selected.map((control) => [control.id, control]))
  const passes = new Map(tallies.map(({ control, pass }) => [control, pass]))
  const seen = new Set(found.map(({ control }) => control))
  const quiet = selected.filter(({ id }) => !seen.has(id))
  return [
    ...found.map((finding) => dataOf(finding.control, finding, controls.get(finding.control), passes)),
    ...quiet.map((control) => dataOf(control.id, control, control, passes))
  ]
}

function dataOf(
  id: string,
  { severity }: Pick<Finding, 'severity'>,
  control: Control | undefined,
  passes: ReadonlyMap<string, number>
): ControlData {
  const chapter = chapterOf(id)
  return {
    id: printable(id),
    title: printable(control?.title ?? id),
    severity,
    chapter: chapter === undefined ? null : chapters.indexOf(chapter),
    why: printable(control?.why ?? ''),
    remedy: printable(control?.remedy ?? ''),
    fix: control?.fix === undefined ? null : fixGrades[control.fix.grade],
    pass: passes.get(id) ?? 0
  }
}
