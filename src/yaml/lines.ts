import { CR, LF } from './characters.ts'

/** Line and column, both from 1; the column counts UTF-16 units. */
export interface LineColumn {
  readonly line: number
  readonly column: number
}

/** Where each line of one text begins. Lines end at LF, CR LF or CR. */
export class LineTable {
  /** Offset of each line's first character. */
  readonly starts: readonly number[]

  constructor(text: string) {
    this.starts = lineStarts(text)
  }

  at(offset: number): LineColumn {
    const index = this.indexAt(offset)
    return { line: index + 1, column: offset - (this.starts[index] ?? 0) + 1 }
  }

  /** Number, from 0, of the line that holds `offset`. */
  indexAt(offset: number): number {
    const { starts } = this
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  if (text.includes('\r')) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1)
    }
    return starts
  }
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

let latestText: string | undefined
let latestTable: LineTable | undefined

/** The line table of `text`, built once while the same text is asked about. */
export function lineTable(text: string): LineTable {
  if (latestTable === undefined || latestText !== text) {
    latestTable = new LineTable(text)
    latestText = text
  }
  return latestTable
}
