import type { FixGrade } from '../../controls/control.ts'
import type { Fixed } from '../plan/object-planner.ts'
import type { LeftOut } from '../repair.ts'

/** A text with the fixes of one grade and of those that cost less. */
export interface TextStep {
  readonly grade: FixGrade
  readonly text: string
}

/** One of the user's files, fixed. */
export interface FixedText {
  /** As the user named it; `-` for standard input. */
  readonly file: string
  /** Null where the file is new. */
  readonly before: string | null
  /** One for each grade that something was fixed at, the cheapest first; the last is the whole. Empty where nothing is changed. */
  readonly steps: readonly TextStep[]
  readonly fixed: readonly Fixed[]
  readonly left: readonly LeftOut[]
}
