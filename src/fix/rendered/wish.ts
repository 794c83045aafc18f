import type { Resource } from '../../estate/resource.ts'
import type { Change } from '../../yaml/edit/change.ts'

/** Changes of one rendered object that make sense only together. */
export interface Wish {
  readonly resource: Resource
  /** From the object's root. */
  readonly changes: readonly Change[]
}

/** What rendered objects become by edits of what they are rendered from. */
export interface Outcome {
  /** The new text of each file that changes or is new, by absolute path. */
  readonly files: ReadonlyMap<string, string>
  readonly done: readonly Wish[]
  readonly refused: readonly { readonly wish: Wish; readonly reason: string }[]
}

/** Files with a new text, by absolute path. */
export type Files = ReadonlyMap<string, string>
