import { type Control, severities } from '../../controls/control.ts'
import type { Finding } from '../../scan/finding.ts'
import type { ScanResult } from '../../scan/scan.ts'
import { inputTroubles } from '../input-troubles.ts'
import type { Report } from '../report.ts'
import { sectionOf, sectionTitle } from '../sections.ts'
import { standingOf } from '../standing.ts'
import { count } from '../text/count.ts'
import { baselineText, lookedAt, summaryColumns, summaryRows } from '../text/summary-rows.ts'
import { Tally } from '../text/tally.ts'
import { adviceOn } from './advice.ts'
import { BoundedRows } from './bounded-rows.ts'
import { findingRow, rowHeading } from './finding-row.ts'
import { groups } from './groups.ts'
import { markdownCode, markdownText } from './markdown-text.ts'
import { longestComment, Page } from './page.ts'

const foldedEnd = '\n</details>\n\n'
/** For the word on what was cut. */
const reserved = 300
/** For what to do about the worst. */
const longestAdvice = 16_000
/** For what could not be read, and one of them. */
const longestTroubles = 8000
const longestTrouble = 300

/**
 * A comment on a pull request: counts, then findings by severity and file, folded where they are many, then what to do.
 * It keeps to the length that GitHub takes and says what it leaves out. Only what fits is kept in memory.
 */
export class MarkdownReport implements Report {
  readonly #controls: ReadonlyMap<string, Control>
  readonly #rows = groups.map(() => new BoundedRows(longestComment))
  readonly #tally = new Tally()
  readonly #failed = new Set<string>()

  constructor(controls: readonly Control[]) {
    this.#controls = new Map(controls.map((control) => [control.id, control]))
  }

  add(findings: readonly Finding[]): void {
    for (const finding of findings) {
      if (standingOf(finding) === 'known') continue
      this.#tally.add(finding)
      if (finding.status === 'fail') this.#failed.add(finding.control)
      const group = groups.findIndex((each) => each.has(finding))
      this.#rows[group]?.add(sectionOf(finding), finding.line ?? 0, findingRow(finding))
    }
  }

  *finish(frameworks: readonly string[], result: ScanResult): Generator<string> {
    const page = new Page(longestComment)
    page.add(`## Bulwark: ${headline(result)}\n\n${this.#summary(frameworks, result)}${troubleList(result)}`)
    const advice = adviceOn(
      [...this.#failed].flatMap((id) => this.#controls.get(id) ?? []),
      longestAdvice
    )
    const left = this.#findings(page, advice.length + reserved)
    page.add(advice, reserved)
    page.add(cutText(left))
    yield page.text
  }

  #summary(frameworks: readonly string[], result: ScanResult): string {
    const heading = `| | ${summaryColumns.join(' | ')} |\n|---|${'---:|'.repeat(summaryColumns.length)}\n`
    const rows = summaryRows(this.#tally, frameworks, result).map(
      ([name, numbers], index) => `| ${index === 0 ? name : `\`${name}\``} | ${numbers.join(' | ')} |\n`
    )
    const known = baselineText(result)
    return `${heading}${rows.join('')}\n${lookedAt(result)}\n\n${known === '' ? '' : `${known}\n`}`
  }

  /** Gives how many do not fit. */
  #findings(page: Page, after: number): number {
    let left = 0
    for (const [index, { title, open }] of groups.entries()) {
      const rows = this.#rows[index]
      if (rows === undefined || rows.count === 0) continue
      left += rows.count
      if (left > rows.count || !page.add(`### ${title} (${rows.count})\n\n`, after)) continue
      left -= addFiles(page, rows, open, after)
    }
    return left
  }
}

/** Gives how many rows fit. */
function addFiles(page: Page, rows: BoundedRows, open: boolean, after: number): number {
  let fit = 0
  for (const [section, own] of rows.inOrder()) {
    const summary = `<details${open ? ' open' : ''}><summary>${markdownCode(sectionTitle(section))}</summary>\n\n`
    const [first, ...others] = own
    const room = after + foldedEnd.length
    if (first === undefined || !page.add(summary + rowHeading + first, room)) return fit
    fit++
    const shown = others.findIndex((row) => !page.add(row, room))
    page.add(foldedEnd)
    if (shown !== -1) return fit + shown
    fit += others.length
  }
  return fit
}

function headline({ summary: { findings, status }, errors }: ScanResult): string {
  const found = severities.filter((severity) => findings[severity] > 0)
  if (found.length > 0) {
    const numbers = found.map((severity) => `${findings[severity]} ${severity}`)
    return `${numbers.join(', ')} ${status.fail === 1 ? 'finding' : 'findings'}`
  }
  if (errors.length > 0 || status.unknown > 0) return 'nothing is known to fall short'
  return 'nothing falls short'
}

function troubleList(result: ScanResult): string {
  const troubles = inputTroubles(result)
  if (troubles.length === 0) return ''
  let shown = 0
  let text = ''
  for (const { place, message } of troubles) {
    const item = `- ${markdownCode(place.slice(0, longestTrouble))} ${markdownText(message.slice(0, longestTrouble))}\n`
    if (text.length + item.length > longestTroubles) break
    text += item
    shown++
  }
  const more = troubles.length - shown
  return `### Not read as it should be (${troubles.length})\n\n${text}${more > 0 ? `- … and ${more} more\n` : ''}\n`
}

function cutText(left: number): string {
  if (left === 0) return ''
  return `> ${count(left, 'finding')} not shown, the least severe: a comment holds ${longestComment} characters. \`-o json\` has them all.\n`
}
