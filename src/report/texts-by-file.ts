import { BytePages, type PageStore, type Stretch } from './byte-pages.ts'

/** A file and the texts about it, in the order in which they came. */
interface FileEntry {
  readonly file: string
  readonly stretches: Stretch[]
}

/**
 * Texts about files, as they come. The order of files is settled at the end, since rendered charts name files out of
 * order.
 */
export class TextsByFile {
  readonly #pages: BytePages
  readonly #entries = new Map<string, FileEntry>()

  /** @param store Takes what is too much for memory. */
  constructor(store: PageStore) {
    this.#pages = new BytePages(store)
  }

  /** In bytes. */
  get length(): number {
    return this.#pages.length
  }

  add(file: string, text: string): void {
    const stretch = this.#pages.add(text)
    let entry = this.#entries.get(file)
    if (entry === undefined) {
      entry = { file, stretches: [] }
      this.#entries.set(file, entry)
    }
    const last = entry.stretches.at(-1)
    if (last?.end === stretch.start)
      entry.stretches[entry.stretches.length - 1] = { start: last.start, end: stretch.end }
    else entry.stretches.push(stretch)
  }

  /** The files by code unit, each with the bytes of its texts. */
  *inOrder(): Generator<{ readonly file: string; readonly parts: Iterable<Uint8Array> }> {
    const entries = [...this.#entries.values()].sort((a, b) => (a.file < b.file ? -1 : 1))
    for (const { file, stretches } of entries) yield { file, parts: this.#read(stretches) }
  }

  *#read(stretches: readonly Stretch[]): Generator<Uint8Array> {
    for (const stretch of stretches) yield* this.#pages.read(stretch)
  }
}
