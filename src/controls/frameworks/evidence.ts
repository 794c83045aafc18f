import { endOf, isActive } from '../../exceptions/exception.ts'

/** What somebody put on record about an item that no object can answer. */
export interface EvidenceRecord {
  readonly framework: string
  readonly item: string
  /** What shows it: a document, a ticket, a contract. */
  readonly evidence: string
  /** Who says so. */
  readonly owner: string
  /** The day on which it was looked at. */
  readonly recorded: string
  /** The last day on which it counts. */
  readonly expires: string
  /** What they say; met where it is left out. */
  readonly answer?: 'met' | 'not-met'
}

/** What the records say of one item. */
export type Answer =
  | { readonly status: 'pass' | 'fail'; readonly record: EvidenceRecord }
  | { readonly status: 'unknown'; readonly record: EvidenceRecord | null; readonly reason: string }

/**
 * The answer that counts now: the one recorded last of those that have not ended.
 * @param question What a person has to show.
 */
export function answerTo(question: string, records: readonly EvidenceRecord[], now: Date): Answer {
  const sorted = records.toSorted((a, b) => (endOf(b.recorded) ?? 0) - (endOf(a.recorded) ?? 0))
  const current = sorted.find((record) => isActive(record, now))
  if (current !== undefined) return { status: current.answer === 'not-met' ? 'fail' : 'pass', record: current }
  const [ended] = sorted
  if (ended === undefined) return { status: 'unknown', record: null, reason: `no evidence is on record: ${question}` }
  return {
    status: 'unknown',
    record: ended,
    reason: `the evidence of ${ended.owner} ended on ${ended.expires}: ${question}`
  }
}
