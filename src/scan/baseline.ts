import type { Finding } from './finding.ts'

/** A finding that was there when the baseline was recorded. Its fingerprint tells it; the rest is for people. */
export interface RecordedFinding {
  readonly fingerprint: string
  readonly control: string
  /** `Deployment shop/web`. */
  readonly object: string
}

/**
 * The findings of an earlier scan, so that only new ones count. Objects of one name may stand in several files and their
 * findings have one fingerprint, so each counts as often as it was recorded.
 */
export class Baseline {
  readonly #left = new Map<string, number>()
  #known = 0

  constructor(recorded: readonly Pick<RecordedFinding, 'fingerprint'>[]) {
    for (const { fingerprint } of recorded) this.#left.set(fingerprint, (this.#left.get(fingerprint) ?? 0) + 1)
  }

  /** The findings, with those marked that were recorded. */
  marked(findings: readonly Finding[]): readonly Finding[] {
    return findings.map((finding) => (this.#take(finding) ? { ...finding, baseline: true } : finding))
  }

  /** How many findings were recorded and are still there. */
  get known(): number {
    return this.#known
  }

  /** How many were recorded and did not come again. */
  get gone(): number {
    return this.#left.values().reduce((sum, count) => sum + count, 0)
  }

  #take(finding: Finding): boolean {
    if (!isRecorded(finding)) return false
    const left = this.#left.get(finding.fingerprint) ?? 0
    if (left === 0) return false
    this.#left.set(finding.fingerprint, left - 1)
    this.#known++
    return true
  }
}

/** A pass is nothing to record, and what an exception covers has an end of its own. */
export function isRecorded({ status }: Finding): boolean {
  return status === 'fail' || status === 'unknown'
}

export function recordOf({ fingerprint, control, resource }: Finding): RecordedFinding {
  const { kind, namespace, name } = resource
  return { fingerprint, control, object: `${kind} ${namespace === null ? '' : `${namespace}/`}${name ?? '(no name)'}` }
}
