import type { Finding } from '../scan/finding.ts'
import { liveSection } from '../scan/report-order.ts'
import type { PageStore } from './byte-pages.ts'
import { KeyedTexts } from './keyed-texts.ts'

/** Findings become one text up to about this length. */
const longestText = 1 << 16

/**
 * A text for each finding, by file, or by kind and namespace of live objects, and within these as they came: no more than
 * the texts of one of these have to be sorted together.
 */
export class TextsByFile {
  readonly #texts: KeyedTexts
  readonly #textOf: (finding: Finding) => string
  #object: Finding['resource'] | null = null
  #section = ''

  /**
   * @param store Takes what is too much for memory.
   * @param textOf What a finding reads as, with what ends it.
   */
  constructor(store: PageStore, textOf: (finding: Finding) => string) {
    this.#texts = new KeyedTexts(store)
    this.#textOf = textOf
  }

  /** In bytes. */
  get length(): number {
    return this.#texts.length
  }

  add(findings: readonly Finding[]): void {
    let text = ''
    let file = ''
    for (const finding of findings) {
      const own = this.#sectionOf(finding)
      if (own !== file || text.length > longestText) {
        if (text !== '') this.#texts.add(file, text)
        text = ''
      }
      file = own
      text += this.#textOf(finding)
    }
    if (text !== '') this.#texts.add(file, text)
  }

  /** Neighbours are about the same object most of the time. */
  #sectionOf({ file, resource }: Finding): string {
    if (file !== null) return file
    if (this.#object !== resource) {
      this.#object = resource
      this.#section = liveSection(resource)
    }
    return this.#section
  }

  /** @param inOrder Sorts the texts of a file to which the whole estate added some; they stay as they came without it. */
  *parts(inOrder?: (text: string) => string): Generator<Uint8Array> {
    for (const { parts, resumed } of this.#texts.inRuns()) {
      if (resumed && inOrder !== undefined) yield Buffer.from(inOrder(textOf(parts)))
      else yield* parts
    }
  }
}

function textOf(parts: Iterable<Uint8Array>): string {
  // A part holds until the next one is asked for.
  return Buffer.concat(Array.from(parts, (part) => Buffer.from(part))).toString()
}
