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
  /** What becomes of it without some repairs; null where that cannot be asked. */
  readonly again: ((without: Unwanted) => FixedText) | null
}

/** Repairs that are not wanted, by the fingerprint of their finding, and why. */
export type Unwanted = ReadonlyMap<string, Dropped>

const nothing: Unwanted = new Map()

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
      yield fixedFile(file, texts.of(file) ?? '', null, faults, planner, isWholeEnough)
      continue
    }
    const source = readSourceFile(file)
    if ('problem' in source) yield unfixed(file, faults.findings, 'text', source.problem)
    else yield fixedFile(file, source.text, source, faults, planner, isWholeEnough)
  }
}

/** Whoever pipes text through gets it back, whatever was found in it. */
export function withStdin(found: FoundFaults, paths: readonly string[]): FoundFaults {
  if (paths.includes(stdinName)) found.know(stdinName)
  return found
}

/** How standard input is named among files. */
export const stdinName = '-'

function fixedFile(
  file: string,
  text: string,
  source: SourceFile | null,
  { findings, tolerated }: FileFaults,
  planner: ObjectPlanner,
  isWholeEnough: boolean
): FixedFile {
  const again = (without: Unwanted): FixedText =>
    settledText({ file, text, findings, tolerated, without, isWholeEnough }, planner)
  return { ...again(nothing), source, again }
}

/** What charts and overlays render, where each fix is asked for. */
export function* notAsked(rendered: ReadonlyMap<string, FileFaults>): Generator<FixedFile> {
  const reason = 'what charts and overlays render is fixed without --interactive only'
  for (const [file, { findings }] of rendered) yield unfixed(file, findings, 'rendered', reason)
}

function unfixed(file: string, findings: readonly Finding[], kind: LeftOut['kind'], reason: string): FixedFile {
  const left = findings.map((finding): LeftOut => ({ finding, kind, reason, grade: finding.fix }))
  return { file, before: '', steps: [], fixed: [], left, source: null, again: null }
}
