const pageSize = 1 << 19
/** As many pages stay in memory, which holds the reports of most scans; what is more waits in a file. */
const pagesInMemory = 2

/** Keeps bytes outside memory. */
export interface PageStore {
  /** Stores a page and gives its position: that of its first byte, from which those of the others count. */
  put(page: Uint8Array): number
  /** Some of a page; they hold until the next call. */
  get(position: number, length: number): Uint8Array
}

/** A stretch of the stored bytes, counted from the first. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Adds a stretch, to the last one where it follows that. */
export function appendStretch(stretches: Stretch[], stretch: Stretch): void {
  const last = stretches.at(-1)
  if (last?.end === stretch.start) stretches[stretches.length - 1] = { start: last.start, end: stretch.end }
  else stretches.push(stretch)
}

interface Page extends Stretch {
  /** The bytes, or where the store has them. */
  readonly content: Uint8Array | number
}

/**
 * Text collected as UTF-8 outside the heap: a report of many megabytes would otherwise keep the garbage collector
 * busy until it is written, and one of a gigabyte would not fit.
 */
export class BytePages {
  readonly #store: PageStore
  readonly #full: Page[] = []
  #page: Buffer = Buffer.allocUnsafeSlow(pageSize)
  #pageStart = 0
  #used = 0

  /** @param store Takes what is too much for memory. */
  constructor(store: PageStore) {
    this.#store = store
  }

  get length(): number {
    return this.#pageStart + this.#used
  }

  /** Stores a text and says where. */
  add(text: string): Stretch {
    const start = this.length
    for (let from = 0; from < text.length; ) {
      const end = wholeCharacters(text, from, from + Math.floor(pageSize / largestCharacter))
      this.#append(from === 0 && end === text.length ? text : text.slice(from, end))
      from = end
    }
    return { start, end: this.length }
  }

  /** What is stored there, page by page; each part holds until the next one is asked for. */
  *read({ start, end }: Stretch): Generator<Uint8Array> {
    for (let index = this.#pageAt(start), at = start; at < end; index++) {
      const page = this.#full[index] ?? { start: this.#pageStart, end: this.length, content: this.#page }
      const until = Math.min(end, page.end)
      yield this.#bytes(page, at - page.start, until - page.start)
      at = until
    }
  }

  /** The same of several stretches. */
  *readAll(stretches: readonly Stretch[]): Generator<Uint8Array> {
    for (const stretch of stretches) yield* this.read(stretch)
  }

  #append(text: string): void {
    if (this.#used + text.length * largestCharacter > pageSize) this.#turn()
    this.#used += this.#page.write(text, this.#used, 'utf8')
  }

  #turn(): void {
    const start = this.#pageStart
    const bytes = this.#page.subarray(0, this.#used)
    const inMemory = this.#full.length < pagesInMemory
    this.#full.push({ start, end: start + this.#used, content: inMemory ? bytes : this.#store.put(bytes) })
    if (inMemory) this.#page = Buffer.allocUnsafeSlow(pageSize)
    this.#pageStart += this.#used
    this.#used = 0
  }

  /** A part of a page: of one that is stored, no more is fetched. */
  #bytes({ content }: Page, from: number, to: number): Uint8Array {
    return typeof content === 'number' ? this.#store.get(content + from, to - from) : content.subarray(from, to)
  }

  /** Index of the page that holds an offset; that of the page being filled is the number of full ones. */
  #pageAt(offset: number): number {
    let low = 0
    let high = this.#full.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#full[middle]?.end ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** UTF-8 bytes that one UTF-16 unit takes at most. */
const largestCharacter = 3

/** The end, at most `end`, of a slice from `from` that cuts no surrogate pair. */
function wholeCharacters(text: string, from: number, end: number): number {
  if (end >= text.length) return text.length
  const last = text.charCodeAt(end - 1)
  return last >= 0xd800 && last < 0xdc00 && end - 1 > from ? end - 1 : end
}
