import type { ScanResult } from '../../scan/scan.ts'
import type { Paint } from '../paint.ts'

const shownSkips = 5

/** What could not be read, with file and line, and what was skipped and why: nothing goes unsaid. */
export function inputTrouble({ errors, skipped }: ScanResult, paint: Paint): string {
  const lines: string[] = []
  if (errors.length > 0) {
    lines.push(paint.bold(`Not read as it should be: ${errors.length}`), '')
    for (const { file, line, column, message } of errors) {
      const place = line === null ? file : `${file}:${line}${column === null ? '' : `:${column}`}`
      lines.push(`  ${paint.red(place)}  ${message}`)
    }
    lines.push('')
  }
  if (skipped.length > 0) {
    lines.push(
      paint.bold(
        `Skipped: ${count(skipped.length, 'document')} that ${skipped.length === 1 ? 'is' : 'are'} nothing to judge`
      )
    )
    for (const { file, document, reason } of skipped.slice(0, shownSkips)) {
      lines.push(paint.dim(`  ${file}${document === 0 ? '' : ` (document ${document})`}: ${reason}`))
    }
    if (skipped.length > shownSkips) {
      lines.push(paint.dim(`  … and ${skipped.length - shownSkips} more: -o json lists them all`))
    }
    lines.push('')
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`
}

/** `1 file`, `2 files`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
