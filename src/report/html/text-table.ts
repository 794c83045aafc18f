import { printable } from '../printable.ts'
import { Interner } from './interner.ts'

/** Every text of a report once. What a browser or a reader could take for something else is replaced, as everywhere. */
export class TextTable {
  readonly #texts = new Interner<string>()

  constructor() {
    this.#texts.indexOf('')
  }

  /** 0 for none and for the empty text. */
  indexOf(text: string | null): number {
    return text === null ? 0 : this.#texts.indexOf(printable(text))
  }

  get values(): readonly string[] {
    return this.#texts.values
  }
}
