import { BytePages, type PageStore, type Stretch } from './byte-pages.ts'

/** A key and where the texts under it are, in the order in which they came. */
interface Entry {
  readonly key: string
  readonly stretches: Stretch[]
  /** It came up again after other keys. */
  resumed: boolean
}

/** All texts under one key. */
export interface TextsOfKey {
  readonly key: string
  /** What came for it later may belong before what came first. */
  readonly resumed: boolean
  readonly parts: Iterable<Uint8Array>
}

/**
 * Texts under keys, such as the file that they are about, as they come. The order of keys is settled at the end, since
 * rendered charts name files out of order.
 */
export class KeyedTexts {
  readonly #pages: BytePages
  readonly #entries = new Map<string, Entry>()
  #latest: Entry | undefined

  /** @param store Takes what is too much for memory. */
  constructor(store: PageStore) {
    this.#pages = new BytePages(store)
  }

  /** In bytes. */
  get length(): number {
    return this.#pages.length
  }

  add(key: string, text: string): void {
    const stretch = this.#pages.add(text)
    let entry = this.#entries.get(key)
    if (entry === undefined) {
      entry = { key, stretches: [], resumed: false }
      this.#entries.set(key, entry)
    } else if (entry !== this.#latest) entry.resumed = true
    this.#latest = entry
    const last = entry.stretches.at(-1)
    if (last?.end === stretch.start)
      entry.stretches[entry.stretches.length - 1] = { start: last.start, end: stretch.end }
    else entry.stretches.push(stretch)
  }

  /** The keys by code unit, each with the bytes of its texts. */
  *inOrder(): Generator<TextsOfKey> {
    const entries = [...this.#entries.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
    for (const { key, resumed, stretches } of entries) yield { key, resumed, parts: this.#read(stretches) }
  }

  *#read(stretches: readonly Stretch[]): Generator<Uint8Array> {
    for (const stretch of stretches) yield* this.#pages.read(stretch)
  }
}
