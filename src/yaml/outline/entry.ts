/** A value in block style, as far as its place says: what stands at a key or behind the dash of an item. */
export interface Entry {
  /** The value as it was read. */
  readonly value: unknown
  /** Where its key begins; -1 for an item of a list and for the whole document. */
  readonly key: number
  /** Where the value begins: its own first character, or its key's where it is empty. */
  readonly start: number
  /** The line where the value begins. */
  readonly line: number
  /** The line behind its last. */
  readonly to: number
  /** Mappings and lists found in it; made when a path first leads into it. */
  children: Children | undefined
}

/** What an entry holds. */
export type Children = ReadonlyMap<string, Entry> | readonly Entry[]

/** Raised where indentation alone does not tell with certainty: the syntax tree has to. */
export class Uncertain extends Error {
  override readonly name = 'Uncertain'
}
