import { hiddenLines } from './hidden-lines.ts'

/** Text of the file that a finding is in, to show the line; null where it cannot be had any more. */
export type TextOf = (file: string) => string | null

/** Lines of one file, found when first asked for. They end at LF, CR LF or CR, as positions count them. */
export class SourceLines {
  readonly #textOf: TextOf
  #file: string | undefined
  #text = ''
  #starts: readonly number[] = []
  #hidden: ReadonlySet<number> | undefined

  constructor(textOf: TextOf) {
    this.#textOf = textOf
  }

  /** A line without its end; numbered from 1. */
  line(file: string, number: number): string | undefined {
    this.#open(file)
    return this.#line(number)
  }

  /** True where the line continues a value on a line before it that may be a secret. */
  isHidden(file: string, number: number): boolean {
    this.#open(file)
    this.#hidden ??= hiddenLines(this.#text, { starts: this.#starts, line: (each) => this.#line(each) })
    return this.#hidden.has(number)
  }

  /** Reports go through files in order, so one is enough. */
  #open(file: string): void {
    if (file === this.#file) return
    this.#text = this.#textOf(file) ?? ''
    this.#starts = lineStarts(this.#text)
    this.#file = file
    this.#hidden = undefined
  }

  #line(number: number): string | undefined {
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
