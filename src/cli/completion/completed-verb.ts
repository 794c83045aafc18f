import type { OptionSpec } from '../verb.ts'

/** What a shell needs to know of a verb. */
export interface CompletedVerb {
  readonly name: string
  readonly summary: string
  readonly options: readonly OptionSpec[]
  /** What its operands can be; null for files. */
  readonly operands: readonly string[] | null
}
