import { severities } from '../../controls/control.ts'
import type { ScanResult } from '../../scan/scan.ts'
import type { Paint } from '../paint.ts'
import { count } from './count.ts'
import type { SeverityCounts, Tally } from './tally.ts'

const columnWidth = 9

/** Failed findings by severity, in all and for each selected framework, then what was looked at. */
export function summaryTable(
  tally: Tally,
  frameworks: readonly string[],
  { summary, live }: ScanResult,
  paint: Paint
): string {
  const rows: readonly Row[] = [
    ['Findings', summary.findings],
    ...frameworks.map((framework): Row => [framework, tally.of(framework)])
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  const heading = ' '.repeat(width) + columns([...severities, 'total'])
  const table = rows.map(([name, counts]) => name.padEnd(width) + columns(numbersOf(counts)))
  const { files, resources, controls, status } = summary
  const read = live && files === 0 ? '' : `${count(files, 'file')}, `
  const looked = `${read}${count(resources, 'object')} judged by ${count(controls, 'control')}`
  const unknown = status.unknown === 0 ? '' : `; ${count(status.unknown, 'verdict')} unknown`
  const excepted = status.excepted === 0 ? '' : `; ${status.excepted} excepted`
  return `${paint.bold(heading)}\n${table.join('\n')}\n\n${looked}${unknown}${excepted}\n`
}

type Row = readonly [string, SeverityCounts]

function columns(texts: readonly string[]): string {
  return texts.map((text) => text.padStart(columnWidth)).join('')
}

function numbersOf(counts: SeverityCounts): string[] {
  const numbers = severities.map((severity) => counts[severity])
  return [...numbers, numbers.reduce((sum, number) => sum + number, 0)].map(String)
}
