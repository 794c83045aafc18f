import { existsSync, readFileSync } from 'node:fs'
import { Baseline, isRecorded, type RecordedFinding, recordOf } from '../../scan/baseline.ts'
import type { Finding } from '../../scan/finding.ts'
import { refusal } from '../refusal.ts'
import { UserError } from '../user-error.ts'
import { replaceFile } from '../write.ts'

const schemaVersion = 1

/** A file that holds the findings of an earlier scan, or shall hold those of this one. */
export class BaselineFile {
  readonly #file: string
  readonly #found: RecordedFinding[] | null
  /** What the file holds; null where this scan is to be recorded. */
  readonly baseline: Baseline | null

  /**
   * @param anew Records this scan although the file is there.
   * @throws UserError where the file is there and is no baseline.
   */
  constructor(file: string, anew: boolean) {
    this.#file = file
    const records = anew || !existsSync(file)
    this.baseline = records ? null : new Baseline(readRecorded(file))
    this.#found = records ? [] : null
  }

  add(findings: readonly Finding[]): void {
    if (this.#found === null) return
    for (const finding of findings) if (isRecorded(finding)) this.#found.push(recordOf(finding))
  }

  /**
   * Writes the findings of this scan where they are to be recorded: whole or not at all.
   * @returns How many; null where nothing was to be recorded.
   * @throws UserError where that is not possible.
   */
  record(): number | null {
    if (this.#found === null) return null
    const sorted = this.#found.toSorted((a, b) => compare(a.object, b.object) || compare(a.fingerprint, b.fingerprint))
    const lines = sorted.map((finding) => `  ${JSON.stringify(finding)}`).join(',\n')
    replaceFile(this.#file, [`{ "schemaVersion": ${schemaVersion}, "findings": [\n${lines}\n] }\n`])
    return sorted.length
  }
}

function readRecorded(file: string): { readonly fingerprint: string }[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new UserError(`cannot read ${file}: ${refusal(error)}`)
  }
  const recorded = findingsIn(text)
  if (recorded === undefined) {
    throw new UserError(`${file} is not a baseline: remove it, or record one with --baseline FILE --update-baseline`)
  }
  return recorded
}

function findingsIn(text: string): { fingerprint: string }[] | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || !('findings' in value)) return undefined
  if (!('schemaVersion' in value) || value.schemaVersion !== schemaVersion) return undefined
  const { findings } = value
  return Array.isArray(findings) && findings.every(isFingerprinted) ? findings : undefined
}

function isFingerprinted(value: unknown): value is { fingerprint: string } {
  return typeof value === 'object' && value !== null && 'fingerprint' in value && typeof value.fingerprint === 'string'
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
