import { BytePages, type PageStore, type Stretch } from './byte-pages.ts'

/** A file and the texts about it, in the order in which they came. */
interface FileEntry {
  readonly file: string
  readonly stretches: Stretch[]
  /** It came up again after other files. */
  resumed: boolean
}

/** All texts about one file. */
export interface FileTexts {
  readonly file: string
  /** What came for it later may belong before what came first. */
  readonly resumed: boolean
  readonly parts: Iterable<Uint8Array>
}

/**
 * Texts about files, as they come. The order of files is settled at the end, since rendered charts name files out of
 * order.
 */
export class TextsByFile {
  readonly #pages: BytePages
  readonly #entries = new Map<string, FileEntry>()
  #latest: FileEntry | undefined

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
      entry = { file, stretches: [], resumed: false }
      this.#entries.set(file, entry)
    } else if (entry !== this.#latest) entry.resumed = true
    this.#latest = entry
    const last = entry.stretches.at(-1)
    if (last?.end === stretch.start)
      entry.stretches[entry.stretches.length - 1] = { start: last.start, end: stretch.end }
    else entry.stretches.push(stretch)
  }

  /** The files by code unit, each with the bytes of its texts. */
  *inOrder(): Generator<FileTexts> {
    const entries = [...this.#entries.values()].sort((a, b) => (a.file < b.file ? -1 : 1))
    for (const { file, resumed, stretches } of entries) yield { file, resumed, parts: this.#read(stretches) }
  }

  *#read(stretches: readonly Stretch[]): Generator<Uint8Array> {
    for (const stretch of stretches) yield* this.#pages.read(stretch)
  }
}
