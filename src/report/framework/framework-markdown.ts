import { placeText } from '../input-place.ts'
import { markdownText } from '../markdown/markdown-text.ts'
import { type FrameworkReport, frameworkTitle, type ReportedItem } from './framework-report.ts'
import { evidenceOf } from './item-evidence.ts'
import type { ItemStatus } from './item-verdicts.ts'
import type { Offender } from './offenders.ts'

const labels: Readonly<Record<ItemStatus, string>> = {
  pass: '✅ pass',
  fail: '❌ fail',
  unknown: '❔ unknown',
  excepted: '⏳ excepted',
  notApplicable: '➖ not applicable'
}

/** The report as a document for an audit: a table of all items, then everything that was found, item by item. */
export function* frameworkMarkdown(report: FrameworkReport): Generator<string> {
  const { items, counts, result } = report
  yield `# ${frameworkTitle(report)}\n\n`
  const order: readonly ItemStatus[] = ['pass', 'fail', 'excepted', 'unknown', 'notApplicable']
  yield `| ${order.map((status) => labels[status]).join(' | ')} | items |\n|${'---:|'.repeat(order.length + 1)}\n`
  yield `| ${order.map((status) => counts[status]).join(' | ')} | ${items.length} |\n\n`
  yield '| item | | verdict | rests on |\n|---|---|---|---|\n'
  for (const reported of items) yield row(reported)
  for (const reported of items) yield* details(reported)
  if (result.errors.length > 0) {
    yield '\n## Not read as it should be\n\n'
    for (const { message, ...place } of result.errors) yield `- ${markdownText(`${placeText(place)}: ${message}`)}\n`
  }
}

function row(reported: ReportedItem): string {
  const { item, status } = reported
  const cells = [item.id, markdownText(item.title), labels[status], markdownText(evidenceOf(reported))]
  return `| ${cells.join(' | ')} |\n`
}

function* details({ item, controls, offenders }: ReportedItem): Generator<string> {
  const { appliedBy = [] } = item
  if (offenders.length === 0 && appliedBy.length === 0) return
  yield `\n## ${item.id} ${markdownText(item.title)}\n\n`
  for (const { by, how } of appliedBy) yield `- applied by ${by}: ${how}\n`
  if (appliedBy.length > 0) yield '\n'
  if (offenders.length === 0) return
  yield `Judged by ${controls.map(({ id }) => `\`${id}\``).join(', ')}.\n\n`
  for (const offender of offenders) yield `- ${markdownText(offenderText(offender))}\n`
}

function offenderText({ object, file, line, message, note, severity }: Offender): string {
  const place = file === null ? '' : ` (${placeText({ file, line, column: null })})`
  return `${object}${place}: ${message} [${severity}]${note === null ? '' : `, ${note}`}`
}
