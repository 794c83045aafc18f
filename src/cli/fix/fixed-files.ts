import type { ObjectPlanner } from '../../fix/plan/object-planner.ts'
import type { Dropped } from '../../fix/plan/settle.ts'
import type { LeftOut } from '../../fix/repair.ts'
import type { FixedText } from '../../fix/text/fixed-text.ts'
import { settledText } from '../../fix/text/settled-text.ts'
import type { Finding } from '../../scan/finding.ts'
import type { ReportTexts } from '../scan/report-texts.ts'
import type { FileFaults, FoundFaults } from './found-faults.ts'
import { readSourceFile, type SourceFile } from './source-file.ts'

/** One of the user's files with what is to become of it. */
export interface FixedFile extends FixedText {
  /** Null for standard input, and for what cannot be written back. */
  readonly source: SourceFile | null
}

const nothing: ReadonlyMap<string, Dropped> = new Map()

/**
 * Fixes file by file, in the order of their names.
 * @param loose Files that were judged as they stand; others are passed over.
 */
export function* fixedFiles(
  found: FoundFaults,
  loose: ReadonlySet<string>,
  texts: ReportTexts,
  planner: ObjectPlanner,
  isWholeEnough = false
): Generator<FixedFile> {
  for (const [file, faults] of [...found.files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (faults.findings.length === 0 && file !== stdinName) continue
    if (!loose.has(file)) continue
    if (file === stdinName) {
      yield { ...fixAgain(file, texts.of(file) ?? '', faults, planner, nothing, isWholeEnough), source: null }
      continue
    }
    const source = readSourceFile(file)
    if ('problem' in source) yield unfixed(file, faults.findings, 'text', source.problem)
    else yield { ...fixAgain(file, source.text, faults, planner, nothing, isWholeEnough), source }
  }
}

/** Whoever pipes text through gets it back, whatever was found in it. */
export function withStdin(found: FoundFaults, paths: readonly string[]): FoundFaults {
  if (paths.includes(stdinName)) found.know(stdinName)
  return found
}

/** How standard input is named among files. */
export const stdinName = '-'

/** @param without Repairs that are not wanted. */
export function fixAgain(
  file: string,
  text: string,
  { findings, tolerated }: FileFaults,
  planner: ObjectPlanner,
  without: ReadonlyMap<string, Dropped>,
  isWholeEnough = false
): FixedText {
  return settledText({ file, text, findings, tolerated, without, isWholeEnough }, planner)
}

function unfixed(file: string, findings: readonly Finding[], kind: LeftOut['kind'], reason: string): FixedFile {
  const left = findings.map((finding): LeftOut => ({ finding, kind, reason, grade: finding.fix }))
  return { file, before: '', steps: [], fixed: [], left, source: null }
}
