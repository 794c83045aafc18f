import type { FixGrade } from '../../controls/control.ts'
import { fixGrades } from '../../fix/grade.ts'
import { leftOutKinds } from '../../fix/repair.ts'
import { jsonOf } from '../../report/json-text.ts'
import type { Finding } from '../../scan/finding.ts'
import type { ScanResult } from '../../scan/scan.ts'
import type { FileDiff } from './file-diffs.ts'
import { counted, type FixTotals } from './fix-totals.ts'

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
export const fixSchemaVersion = 1

/** What a run of `fix` was about. */
export interface FixRun {
  readonly ceiling: FixGrade
  /** Files were changed, or were to be. */
  readonly writes: boolean
  readonly totals: FixTotals
  readonly diffs: readonly FileDiff[]
  readonly excepted: number
  readonly result: ScanResult
}

/** What was fixed and what was left, as JSON, in parts to be written one after the other. */
export function* fixJson({ ceiling, writes, totals, diffs, excepted, result }: FixRun): Generator<string> {
  const fixed = totals.gradesFixed()
  const left = counted(totals.left.map(({ kind }) => kind))
  const summary = {
    files: totals.files,
    fixed: Object.fromEntries(fixGrades.map((grade) => [grade, fixed.get(grade) ?? 0])),
    left: Object.fromEntries(leftOutKinds.map((kind) => [kind, left.get(kind) ?? 0])),
    excepted
  }
  yield `${jsonOf({ schemaVersion: fixSchemaVersion, grade: ceiling, written: writes, summary }).slice(0, -1)},`
  yield* list('fixed', totals.fixed, ({ finding, grade, argument }) => ({ ...told(finding), grade, argument }))
  yield ',\n'
  yield* list('left', totals.left, ({ finding, grade, kind, reason }) => ({ ...told(finding), grade, kind, reason }))
  yield ',\n'
  yield* list('diffs', diffs, ({ file, grade, diff }) => ({ file, grade, diff }))
  yield ',\n'
  yield* list('unwritten', [...totals.unwritten], ([file, reason]) => ({ file, reason }))
  yield ',\n'
  yield* list('errors', result.errors, ({ file, line, column, message }) => ({ file, line, column, message }))
  yield '}\n'
}

function* list<T>(name: string, items: readonly T[], shown: (item: T) => object): Generator<string> {
  yield `"${name}":[`
  for (const [index, item] of items.entries()) yield `${index === 0 ? '' : ','}\n${jsonOf(shown(item))}`
  yield ']'
}

function told(finding: Finding): object {
  const { control, severity, resource, container, file, document, line, column, path, message, fingerprint } = finding
  const named = container === null ? null : { name: container.name, type: container.type }
  return { control, severity, resource, container: named, file, document, line, column, path, message, fingerprint }
}
