/** Text of the file that a finding is in, to show the line; null where it cannot be had any more. */
export type TextOf = (file: string) => string | null

/** Lines of one file, split when first asked for. */
export class SourceLines {
  readonly #textOf: TextOf
  readonly #lines = new Map<string, readonly string[]>()

  constructor(textOf: TextOf) {
    this.#textOf = textOf
  }

  /** A line without its end; numbered from 1. */
  line(file: string, number: number): string | undefined {
    let lines = this.#lines.get(file)
    if (lines === undefined) {
      lines = (this.#textOf(file) ?? '').split(/\r\n|[\n\r\u0085\u2028\u2029]/)
      // Reports go through files in order, so one is enough.
      this.#lines.clear()
      this.#lines.set(file, lines)
    }
    return lines[number - 1]
  }
}
