import { placeText } from '../input-place.ts'
import type { Paint } from '../paint.ts'
import { printable } from '../printable.ts'
import { inputTrouble } from '../text/input-trouble.ts'
import { wrap } from '../text/wrap.ts'
import { type FrameworkReport, frameworkTitle, type ReportedItem } from './framework-report.ts'
import { evidenceOf } from './item-evidence.ts'
import type { ItemStatus } from './item-verdicts.ts'
import type { Offender } from './offenders.ts'

const labels: Readonly<Record<ItemStatus, string>> = {
  pass: 'pass',
  fail: 'fail',
  unknown: 'unknown',
  excepted: 'excepted',
  notApplicable: 'n/a'
}

const labelWidth = 8
/** So many objects are shown for an item; all of them are in the other formats. */
const shownObjects = 3

/**
 * The report for people: each item with its verdict and what that rests on.
 * @param width In columns, or null where nothing limits it.
 */
export function* frameworkText(report: FrameworkReport, paint: Paint, width: number | null): Generator<string> {
  const idWidth = Math.max(...report.items.map(({ item }) => item.id.length))
  yield `${paint.bold(frameworkTitle(report))}\n\n`
  for (const item of report.items) yield itemText(item, idWidth, paint, width)
  yield '\n'
  yield* inputTrouble(report.result, paint, width)
  yield countsText(report, paint)
}

function itemText(reported: ReportedItem, idWidth: number, paint: Paint, width: number | null): string {
  const { item, status } = reported
  const indentation = ' '.repeat(labelWidth + 2 + idWidth + 2)
  const room = width === null ? null : width - indentation.length
  const [title = '', ...rest] = wrap(item.title, room)
  const lines = [
    `${paintOf(paint, status)(labels[status].padEnd(labelWidth))}  ${item.id.padEnd(idWidth)}  ${title}`,
    ...rest.map((line) => indentation + line),
    ...(item.appliedBy ?? []).flatMap(({ by, how }) =>
      wrap(`${by}: ${how.replaceAll('`', '')}`, room).map((line) => indentation + line)
    ),
    ...wrap(printable(evidenceOf(reported)), room).map((line) => paint.dim(indentation + line)),
    ...offenderLines(reported, room).map((line) => indentation + line)
  ]
  return `${lines.join('\n')}\n`
}

function offenderLines({ offenders }: ReportedItem, room: number | null): string[] {
  const lines = offenders.slice(0, shownObjects).flatMap((offender) => wrap(offenderText(offender), room))
  const more = offenders.length - shownObjects
  return more > 0 ? [...lines, `… and ${more} more: -o json lists them all`] : lines
}

function offenderText({ object, file, line, message, note }: Offender): string {
  const place = file === null ? '' : ` ${placeText({ file, line, column: null })}`
  return printable(`- ${object}${place}: ${message}${note === null ? '' : ` (${note})`}`)
}

function countsText({ counts, items }: FrameworkReport, paint: Paint): string {
  const order: readonly ItemStatus[] = ['pass', 'fail', 'excepted', 'unknown', 'notApplicable']
  const parts = order.filter((status) => counts[status] > 0).map((status) => `${counts[status]} ${labels[status]}`)
  return `${paint.bold(`${items.length} items: ${parts.join(', ')}`)}\n`
}

function paintOf(paint: Paint, status: ItemStatus): (text: string) => string {
  if (status === 'pass') return paint.green
  if (status === 'fail') return paint.red
  return status === 'unknown' ? paint.yellow : paint.dim
}
