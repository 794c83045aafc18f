/** Levels of nesting that are read; deeper ones need the full reader, which uses less stack. */
export const quickDepth = 200

/** The block collections that the reader is in, by depth from 1, and the entries of theirs that it has come to. */
export class OpenEntries {
  /** Where each collection begins. */
  readonly firsts = new Int32Array(quickDepth + 2)
  /**
   * Where its last entry begins that is one: in a mapping, a `:` stands behind its key. For a depth that no collection in
   * that entry has, less than for the depth before.
   */
  readonly latest = new Int32Array(quickDepth + 2)

  /** Notes that a document begins. */
  clear(): void {
    this.latest[1] = -1
  }

  /** Notes that a collection begins, with its first entry. */
  open(depth: number, at: number): void {
    this.firsts[depth] = at
    this.latest[depth] = at
    this.latest[depth + 1] = -1
  }
}
