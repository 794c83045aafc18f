import type { Severity } from '../../controls/control.ts'
import type { Finding } from '../../scan/finding.ts'
import type { FindingSink, ScanResult } from '../../scan/scan.ts'
import type { Paint } from '../paint.ts'
import { codeFrame } from './code-frame.ts'
import { SourceLines, type TextOf } from './excerpt.ts'
import { inputTrouble } from './input-trouble.ts'
import { nextSteps } from './next-steps.ts'
import { severityPaint } from './severity-paint.ts'
import { summaryTable } from './summary-table.ts'

/** The report for people: findings by file, each place shown once with all that is wrong there, then the summary. */
export class TextReport implements FindingSink {
  readonly #paint: Paint
  readonly #findings: Finding[] = []

  constructor(paint: Paint) {
    this.#paint = paint
  }

  add(findings: readonly Finding[]): void {
    for (const finding of findings) this.#findings.push(finding)
  }

  /** The whole report, in parts to be written one after the other. */
  *finish(frameworks: readonly string[], result: ScanResult, textOf: TextOf): Generator<string> {
    const findings = this.#findings.sort(byPosition)
    const source = new SourceLines(textOf)
    let file: string | null | undefined
    for (const place of places(findings)) {
      const [first] = place
      if (first.file !== file) {
        file = first.file
        yield `${this.#paint.bold(file ?? 'live objects')}\n\n`
      }
      yield this.#place(place, source)
    }
    yield inputTrouble(result, this.#paint)
    yield summaryTable(findings, frameworks, result, this.#paint)
    yield nextSteps(findings, result)
  }

  #place(findings: readonly [Finding, ...Finding[]], source: SourceLines): string {
    const [first] = findings
    const { file, line, column } = first
    const lines = [`  ${this.#paint.bold(subject(first))}`]
    if (file !== null && line !== null && column !== null) {
      for (const text of codeFrame(source, { file, line, column }, this.#paint)) lines.push(`  ${text}`)
    }
    const width = Math.max(...findings.map(({ message }) => message.length))
    for (const finding of findings) lines.push(this.#verdict(finding, width))
    return `${lines.join('\n')}\n\n`
  }

  #verdict({ severity, status, reason, message, control }: Finding, width: number): string {
    const label = status === 'fail' ? severity : status
    const painted = severityPaint(this.#paint, status === 'fail' ? severity : 'low')(label.padEnd(8))
    const why = reason === null ? '' : ` (${reason})`
    return `    ${painted}  ${message.padEnd(width)}  ${this.#paint.dim(control)}${why}`
  }
}

/** Findings at one position of one object, which one code frame shows. */
function* places(findings: readonly Finding[]): Generator<[Finding, ...Finding[]]> {
  let place: [Finding, ...Finding[]] | undefined
  for (const finding of findings) {
    if (place !== undefined && samePlace(place[0], finding)) {
      place.push(finding)
      continue
    }
    if (place !== undefined) yield place
    place = [finding]
  }
  if (place !== undefined) yield place
}

function samePlace(a: Finding, b: Finding): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column && subject(a) === subject(b)
}

function subject({ resource: { kind, namespace, name } }: Finding): string {
  return `${kind} ${namespace === null ? '' : `${namespace}/`}${name ?? '(no name)'}`
}

const rank: Record<Severity, number> = { critical: 0, high: 1, medium: 2, low: 3 }

/** People read a file from its top, the worst of a place first. */
function byPosition(a: Finding, b: Finding): number {
  if (a.file !== b.file) return (a.file ?? '') < (b.file ?? '') ? -1 : 1
  return (
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    rank[a.severity] - rank[b.severity] ||
    (a.control < b.control ? -1 : 1)
  )
}
