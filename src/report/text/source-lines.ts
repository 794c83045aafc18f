/** Text of the file that a finding is in, to show the line; null where it cannot be had any more. */
export type TextOf = (file: string) => string | null

/** Lines of one file, split when first asked for. */
export class SourceLines {
  readonly #textOf: TextOf
  #file: string | undefined
  #lines: readonly string[] = []

  constructor(textOf: TextOf) {
    this.#textOf = textOf
  }

  /** A line without its end; numbered from 1. */
  line(file: string, number: number): string | undefined {
    // Reports go through files in order, so one is enough.
    if (file !== this.#file) {
      this.#lines = (this.#textOf(file) ?? '').split(/\r\n|[\n\r]/)
      this.#file = file
    }
    return this.#lines[number - 1]
  }
}
