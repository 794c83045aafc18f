import type { Finding } from '../scan/finding.ts'
import { comparePlaces, type Place, placeIn, sectionOf } from '../scan/report-order.ts'
import { appendStretch, BytePages, type PageStore, type Stretch } from './byte-pages.ts'
import { gathered } from './gathered.ts'
import { type LateText, type Placing, withLateTexts } from './late-texts.ts'

/** Findings become one text up to about this length. */
const longestText = 1 << 16

/** What was written of one file, or of live objects of one kind and namespace. */
interface SectionTexts {
  readonly section: string
  stretches: Stretch[]
  /** Of the last text. */
  last: Place | null
  /** What only the whole estate could tell comes when the file was written long ago. */
  late: LateText[] | null
}

/**
 * A text for each finding, by file, or by kind and namespace of live objects, and within these in the order of reports
 * where it is known how to place them.
 */
export class TextsByFile {
  readonly #pages: BytePages
  readonly #textOf: (finding: Finding) => string
  readonly #placing: Placing | null
  readonly #sections = new Map<string, SectionTexts>()
  #object: Finding['resource'] | null = null
  #section = ''
  /** Holds the texts of one section at a time. */
  #place = Buffer.allocUnsafeSlow(0)

  /**
   * @param store Takes what is too much for memory.
   * @param textOf What a finding reads as, with what ends it.
   * @param placing How to find the place of a late one; without it, it comes behind all others.
   */
  constructor(store: PageStore, textOf: (finding: Finding) => string, placing: Placing | null = null) {
    this.#pages = new BytePages(store)
    this.#textOf = textOf
    this.#placing = placing
  }

  /** In bytes. */
  get length(): number {
    return this.#pages.length
  }

  add(findings: readonly Finding[]): void {
    let text = ''
    let open: SectionTexts | undefined
    for (const finding of findings) {
      const section = this.#sectionOf(finding)
      if (open === undefined || open.section !== section || text.length > longestText) {
        if (open !== undefined) this.#write(open, text)
        text = ''
        open = this.#of(section)
      }
      if (this.#isLate(open, finding)) this.#addLate(open, finding)
      else text += this.#textOf(finding)
    }
    if (open !== undefined) this.#write(open, text)
  }

  *parts(): Generator<Uint8Array> {
    yield* gathered(this.#inOrder())
  }

  *#inOrder(): Generator<Uint8Array> {
    let run: Stretch[] = []
    for (const { stretches, late } of [...this.#sections.values()].sort((a, b) => (a.section < b.section ? -1 : 1))) {
      if (late === null || this.#placing === null) {
        for (const stretch of stretches) appendStretch(run, stretch)
        continue
      }
      yield* this.#pages.readAll(run)
      run = []
      yield* withLateTexts(this.#whole(stretches), late, (stretch) => this.#pages.read(stretch), this.#placing)
    }
    yield* this.#pages.readAll(run)
  }

  /** Neighbours are about the same object most of the time. */
  #sectionOf(finding: Finding): string {
    if (finding.file !== null) return finding.file
    if (this.#object !== finding.resource) {
      this.#object = finding.resource
      this.#section = sectionOf(finding)
    }
    return this.#section
  }

  #of(section: string): SectionTexts {
    let texts = this.#sections.get(section)
    if (texts === undefined) {
      texts = { section, stretches: [], last: null, late: null }
      this.#sections.set(section, texts)
    }
    return texts
  }

  #isLate(texts: SectionTexts, finding: Finding): boolean {
    if (this.#placing === null) return false
    const place = placeIn(finding)
    if (texts.last !== null && comparePlaces(place, texts.last) < 0) return true
    texts.last = place
    return false
  }

  #addLate(texts: SectionTexts, finding: Finding): void {
    const late = { place: placeIn(finding), stretch: this.#pages.add(this.#textOf(finding)) }
    if (texts.late === null) texts.late = [late]
    else texts.late.push(late)
  }

  #write(texts: SectionTexts, text: string): void {
    if (text === '') return
    const stretch = this.#pages.add(text)
    // Nearly all files have one: a list of one takes less than one that grows.
    if (texts.stretches.length === 0) texts.stretches = [stretch]
    else appendStretch(texts.stretches, stretch)
  }

  #whole(stretches: readonly Stretch[]): Buffer {
    let length = 0
    for (const { start, end } of stretches) length += end - start
    if (this.#place.length < length) this.#place = Buffer.allocUnsafeSlow(length)
    let at = 0
    for (const part of this.#pages.readAll(stretches)) {
      this.#place.set(part, at)
      at += part.length
    }
    return this.#place.subarray(0, length)
  }
}
