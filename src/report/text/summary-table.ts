import type { ScanResult } from '../../scan/scan.ts'
import type { Paint } from '../paint.ts'
import { lookedAt, summaryColumns, summaryRows } from './summary-rows.ts'
import type { Tally } from './tally.ts'

const columnWidth = 9

/** Failed findings by severity, in all and for each selected framework, then what was looked at. */
export function summaryTable(tally: Tally, frameworks: readonly string[], result: ScanResult, paint: Paint): string {
  const rows = summaryRows(tally, frameworks, result)
  const width = Math.max(...rows.map(([name]) => name.length))
  const heading = ' '.repeat(width) + columns(summaryColumns)
  const table = rows.map(([name, numbers]) => name.padEnd(width) + columns(numbers.map(String)))
  return `${paint.bold(heading)}\n${table.join('\n')}\n\n${lookedAt(result)}\n`
}

function columns(texts: readonly string[]): string {
  return texts.map((text) => text.padStart(columnWidth)).join('')
}
