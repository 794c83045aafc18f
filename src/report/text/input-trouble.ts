import type { ScanResult } from '../../scan/scan.ts'
import { documentText, placeText, unreadText } from '../input-place.ts'
import type { Paint } from '../paint.ts'
import { printable } from '../printable.ts'
import { count } from './count.ts'
import { wrap } from './wrap.ts'

type Skipped = ScanResult['skipped'][number]

const shownSkips = 5
const messageIndentation = 6

/**
 * What could not be read, with file and line, and what was skipped and why: nothing goes unsaid. A file that the user
 * named and that holds nothing to judge counts as not read.
 */
export function* inputTrouble(
  result: Pick<ScanResult, 'errors' | 'skipped' | 'unread'>,
  paint: Paint,
  width: number | null
): Generator<string> {
  const { errors, skipped, unread } = result
  const named = skipped.filter((each) => each.named)
  const others = skipped.filter((each) => !each.named)
  if (errors.length + named.length > 0) {
    yield `${paint.bold(`Not read as it should be: ${errors.length + named.length}`)}\n\n`
    for (const { message, ...place } of errors) yield trouble(placeText(place), message, paint, width)
    for (const each of named) yield trouble(documentText(each), `skipped: ${each.reason}`, paint, width)
    yield '\n'
  }
  if (unread.length > 0) {
    yield `${paint.bold('Not given by the cluster, so that what depends on it is unknown')}\n\n`
    for (const each of unread) yield trouble(unreadText(each), each.reason, paint, width)
    yield '\n'
  }
  if (others.length > 0) yield skips(others, paint)
}

/**
 * On one line where it fits, so that programs find place and message together. Further lines of a message, such as those
 * that show a place in CEL with a caret, stand below it as they are.
 */
function trouble(place: string, message: string, paint: Paint, width: number | null): string {
  const [first = '', ...more] = message.split('\n')
  const below = more.map((line) => `${' '.repeat(messageIndentation)}${printable(line)}\n`).join('')
  return `${firstLine(place, printable(first), paint, width)}${below}`
}

function firstLine(place: string, text: string, paint: Paint, width: number | null): string {
  if (width === null || place.length + text.length + 4 <= width) return `  ${paint.red(place)}  ${text}\n`
  const lines = wrap(text, width - messageIndentation).map((line) => ' '.repeat(messageIndentation) + line)
  return `  ${paint.red(place)}\n${lines.join('\n')}\n`
}

function skips(skipped: readonly Skipped[], paint: Paint): string {
  const heading = `Skipped: ${count(skipped.length, 'document')} that ${skipped.length === 1 ? 'is' : 'are'} nothing to judge`
  const shown = skipped.slice(0, shownSkips).map((each) => `  ${documentText(each)}: ${printable(each.reason)}`)
  const more = skipped.length - shown.length
  if (more > 0) shown.push(`  … and ${more} more: -o json lists them all`)
  return `${paint.bold(heading)}\n${shown.map((line) => paint.dim(line)).join('\n')}\n\n`
}
