import { severities } from '../../controls/control.ts'
import type { ScanResult } from '../../scan/scan.ts'
import { count } from './count.ts'
import type { SeverityCounts, Tally } from './tally.ts'

/** A name and its failed findings: by severity, the worst first, then all together. */
export type SummaryRow = readonly [name: string, numbers: readonly number[]]

export const summaryColumns: readonly string[] = [...severities, 'total']

/** Failed findings in all and for each selected framework. */
export function summaryRows(tally: Tally, frameworks: readonly string[], { summary }: ScanResult): SummaryRow[] {
  const rows = frameworks.map((framework): SummaryRow => [framework, numbersOf(tally.of(framework))])
  return [['Findings', numbersOf(summary.findings)], ...rows]
}

/** `3 files, 12 objects judged by 90 controls; 1 verdict unknown; 2 excepted`. */
export function lookedAt({ summary, live }: ScanResult): string {
  const { files, resources, controls, status } = summary
  const read = live && files === 0 ? '' : `${count(files, 'file')}, `
  const looked = `${read}${count(resources, 'object')} judged by ${count(controls, 'control')}`
  const unknown = status.unknown === 0 ? '' : `; ${count(status.unknown, 'verdict')} unknown`
  const excepted = status.excepted === 0 ? '' : `; ${status.excepted} excepted`
  return looked + unknown + excepted
}

/** What the baseline hides is said, or it would look as if nothing were there. */
export function baselineText({ summary: { baseline } }: ScanResult): string {
  if (baseline === undefined) return ''
  const gone = baseline.gone === 0 ? '' : `; ${count(baseline.gone, 'finding')} of it gone: --update-baseline`
  return `Baseline: ${count(baseline.known, 'known finding')} not shown${gone}\n`
}

function numbersOf(counts: SeverityCounts): number[] {
  const numbers = severities.map((severity) => counts[severity])
  return [...numbers, numbers.reduce((sum, number) => sum + number, 0)]
}
