import { HASH, isBreak, SPACE } from '../characters.ts'
import { lineTable } from '../lines.ts'

/** Lines of a part of a text: where each begins, and how far its content is indented. */
export class LineColumns {
  readonly count: number
  readonly #text: string
  readonly #start: number
  readonly #end: number
  /** Where each line of the whole text begins, and the number of the part's first line in it. */
  readonly #starts: readonly number[]
  readonly #first: number
  /** Filled as far as lines are asked about. A plain array, since a typed one takes longer to make, for each document. */
  readonly #columns: (number | undefined)[]

  constructor(text: string, start: number, end: number) {
    const table = lineTable(text)
    this.#text = text
    this.#start = start
    this.#end = end
    this.#starts = table.starts
    this.#first = table.indexAt(start)
    this.count = end > start ? table.indexAt(end - 1) - this.#first + 1 : 0
    this.#columns = new Array(this.count)
  }

  /** Offset of the line's first character; behind the last line, the end. */
  start(line: number): number {
    if (line === 0) return this.#start
    return line < this.count ? (this.#starts[this.#first + line] ?? this.#end) : this.#end
  }

  /** Spaces before the content; -1 where the line is empty or a comment. */
  column(line: number): number {
    if (line >= this.count) return -1
    const known = this.#columns[line]
    if (known !== undefined) return known
    const column = columnOf(this.#text, this.start(line), this.start(line + 1))
    this.#columns[line] = column
    return column
  }

  /** The first line from `line` on, and before `to`, that holds content; `to` where there is none. */
  nextContent(line: number, to: number): number {
    let found = line
    while (found < to && this.column(found) === -1) found++
    return found
  }
}

function columnOf(text: string, start: number, end: number): number {
  let at = start
  while (at < end && text.charCodeAt(at) === SPACE) at++
  if (at === end) return -1
  const code = text.charCodeAt(at)
  return code === HASH || isBreak(code) ? -1 : at - start
}
