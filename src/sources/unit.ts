import type { Missing } from '../estate/estate.ts'
import type { Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import type { YamlDocument } from '../yaml/document.ts'

/** Something read that holds nothing to scan, and why. */
export interface Skipped {
  readonly file: string
  /** From 0. */
  readonly document: number
  readonly reason: string
  /** The user named this very file: then skipping it counts as a mistake. */
  readonly named: boolean
}

/** Something that could not be read as it should be. Whatever could be is in the unit's resources. */
export interface InputError {
  readonly file: string
  /** From 1; null where the whole file is meant. */
  readonly line: number | null
  readonly column: number | null
  readonly message: string
}

/** A place in the user's own text. */
export interface Position {
  /** As the user would name it. */
  readonly file: string
  /** From 0. */
  readonly document: number
  /** From 1. */
  readonly line: number
  readonly column: number
  /** `exact` for the field's value, `parent` for the key of the nearest ancestor that is there. */
  readonly located: 'exact' | 'parent'
}

/** Finds fields of an object in the files that it was made from; null for what stands in none. */
export type Locate = (resource: Resource, paths: readonly Path[]) => (Position | null)[]

/** Objects that a live cluster did not give. A verdict that needs them is unknown, with this reason. */
export interface Unread extends Missing {
  /** Empty for the core group. */
  readonly group: string
}

/** One file, chart or overlay, read; or some objects of a live cluster. A scanner evaluates it and drops it before asking for the next. */
export interface SourceUnit {
  /** As the user would name it; `-` for stdin. For something rendered, its folder. */
  readonly file: string
  /** How many of the user's files were read for it. */
  readonly files: number
  readonly text: string
  readonly documents: readonly YamlDocument[]
  readonly resources: readonly Resource[]
  readonly skipped: readonly Skipped[]
  readonly errors: readonly InputError[]
  /** Set where `text` is not what the user wrote. */
  readonly locate: Locate | null
  /** The objects are those of a running cluster: they have no file and no position. */
  readonly live: boolean
  readonly unread: readonly Unread[]
}

/** A unit of which there is nothing more to say than `parts`. */
export function bareUnit(file: string, parts: Partial<SourceUnit>): SourceUnit {
  return {
    file,
    files: 0,
    text: '',
    documents: [],
    resources: [],
    skipped: [],
    errors: [],
    locate: null,
    live: false,
    unread: [],
    ...parts
  }
}
