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
    append(entry.stretches, stretch)
  }

  /** The keys by code unit, each with the bytes of its texts. */
  *inOrder(): Generator<TextsOfKey> {
    for (const { key, resumed, stretches } of this.#sorted()) yield { key, resumed, parts: this.#read(stretches) }
  }

  /** The same where keys do not matter: those that came in order are one run, so that few parts are left to write. */
  *inRuns(): Generator<Omit<TextsOfKey, 'key'>> {
    let run: Stretch[] = []
    for (const { resumed, stretches } of this.#sorted()) {
      if (resumed) {
        yield { resumed: false, parts: this.#read(run) }
        yield { resumed: true, parts: this.#read(stretches) }
        run = []
      } else for (const stretch of stretches) append(run, stretch)
    }
    yield { resumed: false, parts: this.#read(run) }
  }

  #sorted(): Entry[] {
    return [...this.#entries.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  }

  *#read(stretches: readonly Stretch[]): Generator<Uint8Array> {
    for (const stretch of stretches) yield* this.#pages.read(stretch)
  }
}

/** Adds a stretch, to the last one where it follows that. */
function append(stretches: Stretch[], stretch: Stretch): void {
  const last = stretches.at(-1)
  if (last?.end === stretch.start) stretches[stretches.length - 1] = { start: last.start, end: stretch.end }
  else stretches.push(stretch)
}
