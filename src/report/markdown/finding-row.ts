import type { Finding } from '../../scan/finding.ts'
import { subjectOf } from '../text/places.ts'
import { markdownText } from './markdown-text.ts'

export const rowHeading = '| Line | Object | Finding | Control |\n|---:|---|---|---|\n'

/** Longer texts are not read in a comment. */
const longestText = 300

/** A finding as a row of a table. */
export function findingRow(finding: Finding): string {
  const { line, control } = finding
  return `| ${line ?? ''} | ${short(subjectOf(finding))} | ${short(messageOf(finding))} | \`${control}\` |\n`
}

/** What the object's column names already is not said again. */
function messageOf({ message, where, reason, exception }: Finding): string {
  const own = where !== 'pod' && message.startsWith(`${where} `) ? message.slice(where.length + 1) : message
  if (exception !== null)
    return `${own}; excepted until ${exception.expires} by ${exception.owner}: ${exception.reason}`
  return reason === null ? own : `${own}: ${reason}`
}

function short(text: string): string {
  return markdownText(text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`)
}
