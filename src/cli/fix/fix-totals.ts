import type { FixGrade, Severity } from '../../controls/control.ts'
import { severities } from '../../controls/control.ts'
import type { Fixed } from '../../fix/plan/object-planner.ts'
import type { LeftOut, LeftOutKind } from '../../fix/repair.ts'
import type { FixedText } from '../../fix/text/fixed-text.ts'

/** What became of all findings. */
export class FixTotals {
  readonly fixed: Fixed[] = []
  readonly left: LeftOut[] = []
  /** Files that change. */
  files = 0
  /** Why files could not be written, by their name. */
  readonly unwritten = new Map<string, string>()

  add({ fixed, left, steps }: FixedText): void {
    this.fixed.push(...fixed)
    this.left.push(...left)
    if (steps.length > 0) this.files++
  }

  /** A file that could not be written: nothing in it is fixed. */
  addUnwritten({ file, fixed, left }: FixedText, reason: string): void {
    this.unwritten.set(file, reason)
    this.left.push(...left)
    for (const { finding, grade } of fixed) this.left.push({ finding, kind: 'text', reason, grade })
  }

  gradesFixed(): ReadonlyMap<FixGrade, number> {
    return counted(this.fixed.map(({ grade }) => grade))
  }

  leftBy(kind: LeftOutKind): readonly LeftOut[] {
    return this.left.filter((each) => each.kind === kind)
  }

  /** True where something is left that is at least as grave. */
  leaves(lowest: Severity): boolean {
    const limit = severities.indexOf(lowest)
    return this.left.some(({ finding }) => severities.indexOf(finding.severity) <= limit)
  }
}

/** How often each value stands in a list. */
export function counted<T>(values: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
