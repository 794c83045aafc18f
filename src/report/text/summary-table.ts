import { severities } from '../../controls/control.ts'
import type { Finding } from '../../scan/finding.ts'
import type { ScanResult } from '../../scan/scan.ts'
import type { Paint } from '../paint.ts'
import { count } from './input-trouble.ts'

/** Failed findings by severity, in all and for each selected framework, then what was looked at. */
export function summaryTable(
  findings: readonly Finding[],
  frameworks: readonly string[],
  { summary }: ScanResult,
  paint: Paint
): string {
  const failed = findings.filter(({ status }) => status === 'fail')
  const rows = [
    row('Findings', failed),
    ...frameworks.map((framework) =>
      row(
        framework,
        failed.filter(({ fails }) => fails.includes(framework))
      )
    )
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  const heading = ['', ...severities, 'total'].map((text, index) =>
    index === 0 ? ' '.repeat(width) : text.padStart(9)
  )
  const table = rows.map(([name, ...numbers]) => name.padEnd(width) + numbers.map((text) => text.padStart(9)).join(''))
  const { files, resources, controls, status } = summary
  const looked = `${count(files, 'file')}, ${count(resources, 'object')} judged by ${count(controls, 'control')}`
  const unknown = status.unknown === 0 ? '' : `; ${count(status.unknown, 'verdict')} unknown`
  const excepted = status.excepted === 0 ? '' : `; ${status.excepted} excepted`
  return `${paint.bold(heading.join(''))}\n${table.join('\n')}\n\n${looked}${unknown}${excepted}\n`
}

function row(name: string, findings: readonly Finding[]): [string, ...string[]] {
  const counts = severities.map((severity) => findings.filter((finding) => finding.severity === severity).length)
  return [name, ...counts.map(String), String(findings.length)]
}
