import type { PageStore } from '../../report/byte-pages.ts'
import { plainPaint } from '../../report/paint.ts'
import type { Report } from '../../report/report.ts'
import type { Plan } from '../../scan/plan.ts'
import type { OutputTarget } from '../output-target.ts'
import { stdoutPaint, stdoutWidth } from '../terminal.ts'
import { version } from '../version.ts'
import { quoted } from './repeatable.ts'
import type { ReportFormat } from './report-formats.ts'
import type { ReportTexts } from './report-texts.ts'
import { sourceRoot } from './source-root.ts'

/** What a report may need to know of the scan. */
export interface ReportSetting {
  readonly plan: Plan
  /** As the user gave them. */
  readonly paths: readonly string[]
  /** The text of each file read. */
  readonly texts: ReportTexts
  /** Takes what of a report is too much for memory. */
  readonly overflow: PageStore
  /** The configuration that holds, as shown to the user. */
  readonly configFile: string | null
  /** The command line, to be suggested with more options; null where it cannot be run again. */
  readonly command: string | null
  /** Where the user's admission policies are. */
  readonly policies: readonly string[]
}

type MakeReport = (target: OutputTarget<ReportFormat>, setting: ReportSetting) => Promise<Report>

/** The code of a format is loaded only when the format is asked for: a scan should start quickly. */
const makers: Readonly<Record<ReportFormat, MakeReport>> = {
  async text({ file }, { texts, overflow, configFile, command, policies }) {
    const { TextReport } = await import('../../report/text/text.ts')
    // Colours and lines that fit are for people at a terminal.
    const paint = file === null ? stdoutPaint() : plainPaint
    const width = file === null ? stdoutWidth() : null
    const explainOptions = policies.map((path) => ` --policies ${quoted(path)}`).join('')
    return new TextReport({ paint, width, command, configFile, explainOptions }, (name) => texts.of(name), overflow)
  },
  async json(_, { overflow }) {
    const { JsonReport } = await import('../../report/json.ts')
    return new JsonReport(overflow)
  },
  async sarif(_, { plan, texts, overflow, paths }) {
    const { SarifReport } = await import('../../report/sarif/sarif.ts')
    const folders = { current: process.cwd(), root: sourceRoot(paths[0] ?? '.') }
    return new SarifReport({ version, controls: plan.controls, folders, textOf: (file) => texts.of(file) }, overflow)
  },
  async junit(_, { plan, overflow }) {
    const { JUnitReport } = await import('../../report/junit/junit.ts')
    return new JUnitReport(plan.controls, overflow)
  },
  async markdown(_, { plan }) {
    const { MarkdownReport } = await import('../../report/markdown/markdown.ts')
    return new MarkdownReport(plan.controls)
  },
  async csv(_, { plan, overflow }) {
    const { CsvReport } = await import('../../report/csv/csv.ts')
    return new CsvReport(plan.controls, overflow)
  },
  async html(_, { plan, texts, paths }) {
    const [{ HtmlReport }, { reportPage }] = await Promise.all([
      import('../../report/html/html.ts'),
      import('./report-page.ts')
    ])
    const { controls } = plan
    return new HtmlReport({ page: reportPage('report'), version, subjects: paths, controls }, (name) => texts.of(name))
  },
  openreports: policyReport,
  policyreport: policyReport
}

async function policyReport(
  { format }: OutputTarget<ReportFormat>,
  { plan, overflow }: ReportSetting
): Promise<Report> {
  const { PolicyReport } = await import('../../report/policy-report/policy-report.ts')
  return new PolicyReport(format === 'openreports' ? format : 'policyreport', plan.controls, overflow)
}

/** An empty report of the wanted format. */
export function makeReport(target: OutputTarget<ReportFormat>, setting: ReportSetting): Promise<Report> {
  return makers[target.format](target, setting)
}
