/** A plain value to be written as YAML, with comments for parts of it. */
export interface CommentedValue {
  readonly value: unknown
  readonly comments: readonly ValueComment[]
}

/** Lines above a key or an item of a list; above the whole value where the path is empty. */
export interface ValueComment {
  readonly path: readonly (string | number)[]
  /** Without the `#`. */
  readonly lines: readonly string[]
}
