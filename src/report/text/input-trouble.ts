import type { ScanResult } from '../../scan/scan.ts'
import type { Paint } from '../paint.ts'
import { printable } from '../printable.ts'
import { count } from './count.ts'
import { wrap } from './wrap.ts'

type InputError = ScanResult['errors'][number]
type Skipped = ScanResult['skipped'][number]
type Unread = ScanResult['unread'][number]

const shownSkips = 5
const messageIndentation = 6

/**
 * What could not be read, with file and line, and what was skipped and why: nothing goes unsaid. A file that the user
 * named and that holds nothing to judge counts as not read.
 */
export function* inputTrouble(result: ScanResult, paint: Paint, width: number | null): Generator<string> {
  const { errors, skipped, unread } = result
  const named = skipped.filter((each) => each.named)
  const others = skipped.filter((each) => !each.named)
  if (errors.length + named.length > 0) {
    yield `${paint.bold(`Not read as it should be: ${errors.length + named.length}`)}\n\n`
    for (const { message, ...place } of errors) yield trouble(placeOf(place), message, paint, width)
    for (const each of named) yield trouble(documentOf(each), `skipped: ${each.reason}`, paint, width)
    yield '\n'
  }
  if (unread.length > 0) {
    yield `${paint.bold('Not given by the cluster, so that what depends on it is unknown')}\n\n`
    for (const each of unread) yield trouble(kindOf(each), each.reason, paint, width)
    yield '\n'
  }
  if (others.length > 0) yield skips(others, paint)
}

/** Kinds of two groups may share a name. */
function kindOf({ kind, group, namespace }: Unread): string {
  const type = group.includes('.') && !group.endsWith('.k8s.io') ? `${kind} (${group})` : kind
  return printable(namespace === null ? type : `${type} in ${namespace}`)
}

/** On one line where it fits, so that programs find place and message together. */
function trouble(place: string, message: string, paint: Paint, width: number | null): string {
  const text = printable(message)
  if (width === null || place.length + text.length + 4 <= width) return `  ${paint.red(place)}  ${text}\n`
  const lines = wrap(text, width - messageIndentation).map((line) => ' '.repeat(messageIndentation) + line)
  return `  ${paint.red(place)}\n${lines.join('\n')}\n`
}

function skips(skipped: readonly Skipped[], paint: Paint): string {
  const heading = `Skipped: ${count(skipped.length, 'document')} that ${skipped.length === 1 ? 'is' : 'are'} nothing to judge`
  const shown = skipped.slice(0, shownSkips).map((each) => `  ${documentOf(each)}: ${printable(each.reason)}`)
  const more = skipped.length - shown.length
  if (more > 0) shown.push(`  … and ${more} more: -o json lists them all`)
  return `${paint.bold(heading)}\n${shown.map((line) => paint.dim(line)).join('\n')}\n\n`
}

function placeOf({ file, line, column }: Omit<InputError, 'message'>): string {
  const position = line === null ? '' : `:${line}${column === null ? '' : `:${column}`}`
  return fileText(file) + position
}

/** Documents count from 0 as in every report. */
function documentOf({ file, document }: Skipped): string {
  return document === 0 ? fileText(file) : `${fileText(file)} (document ${document})`
}

/** A file as people read it. */
export function fileText(file: string): string {
  if (file === '') return '""'
  return file === '-' ? 'standard input' : printable(file)
}
