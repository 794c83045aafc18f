import { HASH, isBreak, SPACE } from '../characters.ts'

/** Lines of a part of a text: where each begins, and how far its content is indented. */
export class LineColumns {
  /** Offsets of the lines' first characters, and at last of the end. */
  readonly starts: readonly number[]
  /** Spaces before the content; -1 where a line is empty or a comment. */
  readonly columns: readonly number[]

  constructor(text: string, start: number, end: number) {
    const starts: number[] = []
    const columns: number[] = []
    let at = start
    while (at < end) {
      const newline = text.indexOf('\n', at)
      const next = newline === -1 || newline >= end ? end : newline + 1
      starts.push(at)
      columns.push(columnOf(text, at, next))
      at = next
    }
    starts.push(end)
    this.starts = starts
    this.columns = columns
  }

  get count(): number {
    return this.columns.length
  }

  start(line: number): number {
    return this.starts[line] ?? 0
  }

  column(line: number): number {
    return this.columns[line] ?? -1
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
