import type { Control } from '../../controls/control.ts'
import { escapedHtml } from '../html/escaped-html.ts'
import type { AnsweringControl, FrameworkData, ItemData } from '../html/framework-data.ts'
import { pageParts } from '../html/page-parts.ts'
import { TextTable } from '../html/text-table.ts'
import { documentText, fileText, placeText } from '../input-place.ts'
import { inputTroubles } from '../input-troubles.ts'
import { printable } from '../printable.ts'
import { type FrameworkReport, frameworkTitle, type ReportedItem } from './framework-report.ts'
import { evidenceOf } from './item-evidence.ts'
import type { Offender } from './offenders.ts'

/** What the page is made of besides the report. */
export interface FrameworkPage {
  /** The page without data, as the build makes it of `web/framework`. */
  readonly page: string
  /** The version of Bulwark. */
  readonly version: string
  /** What was judged, as the user named it. */
  readonly subjects: readonly string[]
}

const statuses = ['fail', 'unknown', 'excepted'] as const

/** One HTML file that holds the report and the page that shows it. It needs nothing else, and asks nobody. */
export function frameworkHtml(report: FrameworkReport, setting: FrameworkPage): Iterable<string> {
  return pageParts(setting.page, fallback(report), () => dataOf(report, setting))
}

function dataOf(report: FrameworkReport, { version, subjects }: FrameworkPage): FrameworkData {
  const { items, result } = report
  const found = foundByControl(items)
  const controls = [...new Map(items.flatMap((item) => item.controls.map((control) => [control.id, control]))).values()]
  const indexes = new Map(controls.map(({ id }, index) => [id, index]))
  const texts = new TextTable()
  return {
    format: 1,
    bulwark: version,
    subjects: subjects.map(fileText),
    live: result.live,
    framework: report.framework,
    version: report.version,
    files: result.summary.files,
    resources: result.summary.resources,
    items: items.map((item) => itemData(item, indexes)),
    controls: controls.map((control) => controlData(control, found.get(control.id) ?? [], texts)),
    texts: texts.values,
    troubles: inputTroubles(result).map(({ message, ...trouble }) => ({ ...trouble, message: printable(message) })),
    skipped: result.skipped
      .filter(({ named }) => !named)
      .map((each) => ({ place: documentText(each), reason: printable(each.reason) }))
  }
}

/** Items share controls: what one found stands in the page once. */
function foundByControl(items: readonly ReportedItem[]): Map<string, Offender[]> {
  const found = new Map<string, Offender[]>()
  for (const { controls, offenders } of items) {
    if (controls.every(({ id }) => found.has(id))) continue
    const own = Map.groupBy(offenders, ({ control }) => control)
    for (const { id } of controls) found.set(id, own.get(id) ?? [])
  }
  return found
}

function itemData(reported: ReportedItem, indexes: ReadonlyMap<string, number>): ItemData {
  const { item, chapter, status, unknown, record, controls } = reported
  return {
    id: printable(item.id),
    title: printable(item.title),
    chapter,
    status,
    evidence: printable(evidenceOf(reported)),
    unknown: unknown === null ? null : printable(unknown),
    question: item.evidence ?? null,
    record:
      record === null
        ? null
        : {
            evidence: printable(record.evidence),
            owner: printable(record.owner),
            recorded: record.recorded,
            expires: record.expires,
            met: record.answer !== 'not-met'
          },
    controls: controls.flatMap(({ id }) => indexes.get(id) ?? [])
  }
}

function controlData(control: Control, found: readonly Offender[], texts: TextTable): AnsweringControl {
  return {
    id: printable(control.id),
    title: printable(control.title),
    severity: control.severity,
    remedy: printable(control.remedy),
    object: found.map(({ object }) => texts.indexOf(object)),
    place: found.map(({ file, line }) => texts.indexOf(file === null ? null : placeText({ file, line, column: null }))),
    message: found.map(({ message }) => texts.indexOf(message)),
    note: found.map(({ note }) => texts.indexOf(note)),
    status: found.map(({ status }) => statuses.indexOf(status)),
    statuses
  }
}

/** The verdicts as plain HTML, for viewers that run no scripts. The page takes its place where they run. */
function fallback(report: FrameworkReport): string {
  const rows = report.items.map((reported) => {
    const cells = [reported.item.id, reported.item.title, reported.status, evidenceOf(reported)]
    return `<tr>${cells.map((cell) => `<td>${escapedHtml(printable(cell))}</td>`).join('')}</tr>`
  })
  const { errors } = report.result
  return [
    `<h1>Bulwark: ${escapedHtml(frameworkTitle(report))}</h1>`,
    `<table><tr><th>item</th><th></th><th>verdict</th><th>rests on</th></tr>${rows.join('')}</table>`,
    errors.length === 0 ? '' : `<p>Not read as it should be: ${errors.length}.</p>`,
    '<p>This viewer runs no scripts, so it shows no objects: open the file in a browser.</p>'
  ].join('')
}
