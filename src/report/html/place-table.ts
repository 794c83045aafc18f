import type { Finding } from '../../scan/finding.ts'
import { fileText } from '../input-place.ts'
import { pointsToSecret } from '../points-to-secret.ts'
import { frameLines, type Surroundings } from '../text/frame-lines.ts'
import type { SourceLines } from '../text/source-lines.ts'
import type { FrameColumns, PlaceColumns } from './report-data.ts'
import type { TextTable } from './text-table.ts'

const around: Surroundings = { lines: 3, within: 40 }
const widestLine = 160

type Growing<Columns> = { readonly [column in keyof Columns]: number[] }

/** Positions of findings and the lines around them. Findings at one position share both. */
export class PlaceTable {
  readonly #texts: TextTable
  readonly #source: SourceLines
  /** Those of the file at hand: files come one by one. */
  readonly #known = new Map<string, number>()
  #file: string | null = null
  readonly columns: Growing<PlaceColumns> = { file: [], document: [], line: [], column: [], frame: [] }
  readonly frames: Growing<FrameColumns> = { length: [], pointed: [], caret: [], step: [], text: [] }

  constructor(texts: TextTable, source: SourceLines) {
    this.#texts = texts
    this.#source = source
  }

  indexOf(finding: Finding): number {
    const { file, document, line, column } = finding
    if (file !== this.#file) this.#known.clear()
    this.#file = file
    const isHidden = finding.status === 'pass' || pointsToSecret(finding)
    const key = `${document}:${line}:${column}:${isHidden}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    this.columns.file.push(this.#texts.indexOf(file === null ? null : fileText(file)))
    this.columns.document.push(document ?? 0)
    this.columns.line.push(line ?? 0)
    this.columns.column.push(column ?? 0)
    // As in the text report, nothing is shown of a Secret, nor where a credential stands; what passes has no place to see.
    const place = this.columns.frame.push(isHidden ? 0 : this.#frame(finding)) - 1
    this.#known.set(key, place)
    return place
  }

  #frame({ file, line, column }: Finding): number {
    if (file === null || line === null || column === null) return 0
    const lines = frameLines(this.#source, { file, line, column }, around, widestLine)
    if (lines.length === 0) return 0
    let before = 0
    for (const [index, { number, text, caret }] of lines.entries()) {
      this.frames.step.push(number - before)
      this.frames.text.push(this.#texts.indexOf(text))
      before = number
      if (caret === null) continue
      this.frames.pointed.push(index)
      this.frames.caret.push(caret)
    }
    return this.frames.length.push(lines.length)
  }
}
