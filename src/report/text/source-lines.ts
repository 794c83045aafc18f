/** Text of the file that a finding is in, to show the line; null where it cannot be had any more. */
export type TextOf = (file: string) => string | null

/** Lines of one file, found when first asked for. They end at LF, CR LF or CR, as positions count them. */
export class SourceLines {
  readonly #textOf: TextOf
  #file: string | undefined
  #text = ''
  #starts: readonly number[] = []

  constructor(textOf: TextOf) {
    this.#textOf = textOf
  }

  /** A line without its end; numbered from 1. */
  line(file: string, number: number): string | undefined {
    // Reports go through files in order, so one is enough.
    if (file !== this.#file) {
      this.#text = this.#textOf(file) ?? ''
      this.#starts = lineStarts(this.#text)
      this.#file = file
    }
    const start = this.#starts[number - 1]
    if (start === undefined) return undefined
    return this.#text.slice(start, this.#starts[number]).replace(/\r\n$|[\r\n]$/, '')
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  const end = /\r\n|[\r\n]/g
  while (end.test(text)) starts.push(end.lastIndex)
  return starts
}
