import { appendStretch, BytePages, type PageStore, type Stretch } from './byte-pages.ts'

/** A key and where the texts under it are, in the order in which they came. */
interface Entry {
  readonly key: string
  readonly stretches: Stretch[]
}

/** All texts under one key. */
export interface TextsOfKey {
  readonly key: string
  readonly parts: Iterable<Uint8Array>
}

/**
 * Texts under keys, such as the file that they are about, as they come. The order of keys is settled at the end, since
 * rendered charts name files out of order.
 */
export class KeyedTexts {
  readonly #pages: BytePages
  readonly #entries = new Map<string, Entry>()

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
      entry = { key, stretches: [] }
      this.#entries.set(key, entry)
    }
    appendStretch(entry.stretches, stretch)
  }

  /** The keys by code unit, each with the bytes of its texts. */
  *inOrder(): Generator<TextsOfKey> {
    const sorted = [...this.#entries.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
    for (const { key, stretches } of sorted) yield { key, parts: this.#pages.readAll(stretches) }
  }
}
