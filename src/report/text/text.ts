import type { Finding } from '../../scan/finding.ts'
import type { ScanResult } from '../../scan/scan.ts'
import type { PageStore } from '../byte-pages.ts'
import { KeyedTexts } from '../keyed-texts.ts'
import type { Paint } from '../paint.ts'
import { printable } from '../printable.ts'
import type { Report } from '../report.ts'
import { sameRun, sectionOf, sectionTitle } from '../sections.ts'
import { inputTrouble } from './input-trouble.ts'
import { nextSteps } from './next-steps.ts'
import { PlaceText } from './place-text.ts'
import { inReadingOrder, places, subjectOf } from './places.ts'
import { SourceLines, type TextOf } from './source-lines.ts'
import { baselineText } from './summary-rows.ts'
import { summaryTable } from './summary-table.ts'
import { Tally } from './tally.ts'

/** How and for whom the report is written. */
export interface TextStyle {
  readonly paint: Paint
  /** In columns, or null where nothing limits it. */
  readonly width: number | null
  /** What was run, to be suggested with more options; null where it cannot be run again. */
  readonly command: string | null
  /** The configuration that holds, as shown to the user. */
  readonly configFile: string | null
  /** What `explain` needs to know all controls, such as ` --policies k8s`. */
  readonly explainOptions?: string
}

/** So many findings of one file are sorted by line together. */
const longestRun = 5000

/** The report for people: findings by file or namespace and object, each place shown once with all that is wrong there. */
export class TextReport implements Report {
  readonly #style: TextStyle
  readonly #places: PlaceText
  readonly #files: KeyedTexts
  readonly #tally = new Tally()
  #run: Finding[] = []

  /** @param store Takes what is too much for memory. */
  constructor(style: TextStyle, textOf: TextOf, store: PageStore) {
    this.#style = style
    this.#places = new PlaceText(style.paint, style.width, new SourceLines(textOf))
    this.#files = new KeyedTexts(store)
  }

  add(findings: readonly Finding[]): void {
    for (const finding of findings) {
      if (finding.baseline === true) continue
      const [last] = this.#run
      if (last !== undefined && (!sameRun(last, finding) || this.#run.length >= longestRun)) this.#endRun()
      this.#run.push(finding)
      this.#tally.add(finding)
    }
  }

  /** The whole report, in parts to be written one after the other. */
  *finish(frameworks: readonly string[], result: ScanResult): Generator<string | Uint8Array> {
    this.#endRun()
    const { paint, width, command, configFile, explainOptions } = this.#style
    for (const { key, parts } of this.#files.inOrder()) {
      yield `${paint.bold(sectionTitle(key))}\n\n`
      yield* parts
    }
    yield* inputTrouble(result, paint, width)
    yield summaryTable(this.#tally, frameworks, result, paint)
    yield baselineText(result)
    if (configFile !== null) yield `Configuration: ${printable(configFile)}\n`
    yield nextSteps(this.#tally, result, command, explainOptions)
  }

  /** People read a file from its top, the worst of a place first. */
  #endRun(): void {
    const [any] = this.#run
    if (any === undefined) return
    const findings = inReadingOrder(this.#run)
    this.#run = []
    let object: string | undefined
    let text = ''
    for (const place of places(findings)) {
      const [first] = place
      const subject = subjectOf(first)
      if (subject !== object) text += `  ${this.#style.paint.bold(printable(subject))}\n\n`
      object = subject
      text += this.#places.of(place)
    }
    this.#files.add(sectionOf(any), text)
  }
}
