import type { SeverityName, SkippedInput, TroubleData } from './report-data.ts'

/** What the page of a framework report holds, as JSON in it. Types alone, since the page in `web/` takes them. */
export interface FrameworkData {
  /** Raised when a field changes its meaning or goes. */
  readonly format: 1
  /** The version of Bulwark that wrote it. */
  readonly bulwark: string
  /** What was judged, as the user named it. */
  readonly subjects: readonly string[]
  /** A running cluster was read, perhaps besides files. */
  readonly live: boolean
  readonly framework: string
  /** Empty where the framework has none. */
  readonly version: string
  readonly files: number
  readonly resources: number
  /** In the framework's order, those of a chapter together. */
  readonly items: readonly ItemData[]
  readonly controls: readonly AnsweringControl[]
  /** Every text that objects are made of; index 0 is the empty one, which stands for none. */
  readonly texts: readonly string[]
  readonly troubles: readonly TroubleData[]
  readonly skipped: readonly SkippedInput[]
}

export type VerdictName = 'pass' | 'fail' | 'unknown' | 'excepted' | 'notApplicable'

/** One item of the framework with its verdict. */
export interface ItemData {
  readonly id: string
  readonly title: string
  /** Null where the framework has no chapters. */
  readonly chapter: string | null
  readonly status: VerdictName
  /** What the verdict rests on, in a few words. */
  readonly evidence: string
  /** Why the verdict is unknown; null where it is not. */
  readonly unknown: string | null
  /** What a person has to show; null where objects alone decide. */
  readonly question: string | null
  /** What is on record about that; null where nothing is. */
  readonly record: RecordData | null
  /** Indexes of `controls`. */
  readonly controls: readonly number[]
}

export interface RecordData {
  readonly evidence: string
  readonly owner: string
  /** Days. */
  readonly recorded: string
  readonly expires: string
  readonly met: boolean
}

/** A control that answers items, and what it found: one entry in each column for each finding. */
export interface AnsweringControl {
  readonly id: string
  readonly title: string
  readonly severity: SeverityName
  readonly remedy: string
  /** Indexes of `texts`. */
  readonly object: readonly number[]
  /** 0 for live objects. */
  readonly place: readonly number[]
  readonly message: readonly number[]
  /** Why it is tolerated, or why nobody can tell; 0 for a failure. */
  readonly note: readonly number[]
  /** Indexes of `statuses`. */
  readonly status: readonly number[]
  readonly statuses: readonly ('fail' | 'unknown' | 'excepted')[]
}
