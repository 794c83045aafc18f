import type { Control } from '../control.ts'

/** One item of a framework: a statement, row, recommendation, check or technique. */
export interface FrameworkItem {
  readonly id: string
  readonly title: string
  /**
   * Set where no object of a cluster can answer, or not on its own: what a person has to show, as a question. The item
   * then passes only with an answer on record.
   */
  readonly evidence?: string
  /** Where it is applied, where the framework is about more than one place: each in words, with how. */
  readonly appliedBy?: readonly { readonly by: string; readonly how: string }[]
}

/** What a control can be mapped to. */
export interface Framework {
  /** As users name it. */
  readonly name: string
  /** Oldest first; empty where the framework has no versions. Pod Security levels have one for each Kubernetes minor. */
  readonly versions: readonly string[]
  /** All items of one version, in the framework's order; none where the user's own controls are its items. `version` is one of `versions`, or empty where there are none. */
  items(version: string): readonly FrameworkItem[]
  /** The items of that version that a control answers; none where the control is not part of the framework. */
  itemsOf(control: Control, version: string): readonly string[]
  /** The title of the chapter that an item is in; absent where the framework has no chapters. */
  chapterOf?(item: string): string | null
}
