import { registry } from '../../src/controls/registry.ts'
import { resultWith } from '../../src/report/finding.fixture.ts'
import { HtmlReport } from '../../src/report/html/html.ts'
import { pageMarks } from '../../src/report/html/page-parts.ts'
import type { ReportData } from '../../src/report/html/report-data.ts'
import type { Finding } from '../../src/scan/finding.ts'
import type { ScanResult } from '../../src/scan/scan.ts'

/** For tests: the data of a report, as its page reads it. */
export function reportOf(
  findings: readonly Finding[],
  { result = {}, files = {}, frameworks = ['guide', 'pss-restricted@1.37'] }: ReportInput = {}
): ReportData {
  const page = `${pageMarks.fallback}\n${pageMarks.data}`
  const setting = { page, version: '0.1.0', subjects: ['k8s'], controls: registry.controls }
  const report = new HtmlReport(setting, (file) => files[file] ?? null)
  report.add(findings)
  const html = [...report.finish(frameworks, resultWith(result))].join('')
  return JSON.parse(html.slice(html.indexOf('\n'))) as ReportData
}

interface ReportInput {
  readonly result?: Partial<ScanResult>
  /** File → text. */
  readonly files?: Readonly<Record<string, string>>
  readonly frameworks?: readonly string[]
}
