import type { ReportData } from '../../src/report/html/report-data.ts'

/** A line of a manifest. */
export interface ExcerptLine {
  readonly number: number
  readonly text: string
  /** The column that is pointed at, from 0; null for the lines around. */
  readonly caret: number | null
}

/** Finds the lines around a position. */
export class Excerpts {
  readonly #data: ReportData
  /** Where the lines of each frame begin. */
  readonly #starts: Int32Array

  constructor(data: ReportData) {
    this.#data = data
    let start = 0
    this.#starts = Int32Array.from(data.frames.length, (length) => {
      start += length
      return start - length
    })
  }

  /** Empty where nothing of the text can be shown. */
  of(place: number): readonly ExcerptLine[] {
    const { places, frames, texts } = this.#data
    const frame = (places.frame[place] ?? 0) - 1
    const start = this.#starts[frame]
    if (start === undefined) return []
    let number = 0
    return Array.from({ length: frames.length[frame] ?? 0 }, (_, index): ExcerptLine => {
      number += frames.step[start + index] ?? 0
      const caret = frames.pointed[frame] === index ? (frames.caret[frame] ?? null) : null
      return { number, text: texts[frames.text[start + index] ?? 0] ?? '', caret }
    })
  }
}

/** The same lines without the indentation that all have. */
export function dedented(lines: readonly ExcerptLine[]): readonly ExcerptLine[] {
  const shared = Math.min(...lines.map(({ text }) => text.search(/\S|$/)))
  return lines.map(({ number, text, caret }) => {
    return { number, text: text.slice(shared), caret: caret === null ? null : Math.max(0, caret - shared) }
  })
}
