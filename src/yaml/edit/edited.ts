import type { YamlDocument } from '../document.ts'
import type { Change } from './change.ts'
import type { Splice } from './splices.ts'

export interface RefusedChange {
  readonly change: Change
  /** Why, as it may stand behind "cannot be edited: ". */
  readonly reason: string
  /** Where in the text the reason stands. */
  readonly offset: number
}

export interface Edited {
  readonly text: string
  /** The changes that `text` holds: its document reads as `changed(value, done)`. */
  readonly done: readonly Change[]
  readonly refused: readonly RefusedChange[]
}

/** The changes wanted in one document of a text. */
export interface DocumentChanges {
  readonly document: YamlDocument
  readonly changes: readonly Change[]
}

/** What became of the changes of one document. */
export interface DocumentOutcome extends Pick<Edited, 'done' | 'refused'> {
  readonly splices: readonly Splice[]
}
