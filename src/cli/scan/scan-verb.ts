import { type FailOn, failOnLevels } from '../../config/config.ts'
import { severities } from '../../controls/control.ts'
import { workloadKinds } from '../../estate/workload-kinds.ts'
import { JsonReport } from '../../report/json.ts'
import { plainPaint } from '../../report/paint.ts'
import { TextReport, type TextStyle } from '../../report/text/text.ts'
import { type FindingSink, Scan, type ScanResult } from '../../scan/scan.ts'
import type { SourceOptions } from '../../sources/options.ts'
import { readSources } from '../../sources/read.ts'
import { choose } from '../choice.ts'
import { loadConfig } from '../config-file.ts'
import { exitCodes } from '../exit-codes.ts'
import { type OutputTarget, outputTargets, writeReports } from '../output-target.ts'
import { OverflowFile } from '../overflow-file.ts'
import { Progress } from '../progress.ts'
import { stdoutPaint, stdoutWidth } from '../terminal.ts'
import type { Options, Verb } from '../verb.ts'
import { repeatable } from './repeatable.ts'
import { ReportTexts } from './report-texts.ts'
import { scanFilter, sourceOptions } from './scan-inputs.ts'
import { renderOptions, resultOptions, selectionOptions } from './scan-options.ts'
import { selectPlan } from './select-plan.ts'

export const scanVerb: Verb = {
  name: 'scan',
  usage: '[PATH…] [OPTION…]',
  about: `Judges Kubernetes objects in files, folders, Helm charts and Kustomize folders;
"-" reads standard input. Without a PATH it reads the current folder. Ignore
files are respected; a file named directly is always read.

Exit code: 0 nothing found, 1 findings (see --fail-on), 2 a mistake or input
that could not be read, 3 a fault of Bulwark.`,
  options: [...selectionOptions, ...renderOptions, ...resultOptions],
  examples: [
    { command: 'bulwark scan k8s/', does: 'Judge a folder of manifests by the guide and Pod Security' },
    { command: 'helm template shop charts/shop | bulwark scan -', does: 'Judge what another tool prints' },
    { command: 'bulwark scan . -f nsa -o json=findings.json -o text', does: 'Two reports of one scan' }
  ],
  run: scan
}

const formats = ['text', 'json'] as const
type Format = (typeof formats)[number]

async function scan(operands: readonly string[], options: Options): Promise<number> {
  const paths = operands.length === 0 ? ['.'] : operands
  const { config, file: configFile } = loadConfig(options.last('config'), paths[0] ?? '.')
  const targets = outputTargets(options.all('output'), formats, 'text')
  const failOn = choose('fail-on', options.last('fail-on') ?? config.failOn ?? 'high', failOnLevels)
  const plan = await selectPlan(options, config)
  const texts = new ReportTexts(paths)
  const overflow = new OverflowFile()
  const written = targets.map((target): WrittenReport => {
    const report =
      target.format === 'json'
        ? new JsonReport(overflow)
        : new TextReport({ ...styleFor(target), configFile }, (file) => texts.of(file), overflow)
    return { target, report }
  })
  const sink: FindingSink = {
    add(findings) {
      for (const { report } of written) report.add(findings)
    }
  }
  const running = new Scan(plan, workloadKinds(config.workloads ?? []), scanFilter(options), sink)
  const result = readAll(paths, sourceOptions(options, config), running, texts)
  writeReports(written.map(({ target, report }) => ({ target, parts: report.finish(plan.frameworks, result) })))
  overflow.close()
  return exitCode(result, failOn, options.has('fail-on-unknown'))
}

interface WrittenReport {
  readonly target: OutputTarget<Format>
  readonly report: TextReport | JsonReport
}

/** Colours and lines that fit are for people at a terminal. */
function styleFor({ file }: OutputTarget<Format>): Omit<TextStyle, 'configFile'> {
  const command = repeatable(process.argv.slice(2))
  if (file !== null) return { paint: plainPaint, width: null, command }
  return { paint: stdoutPaint(), width: stdoutWidth(), command }
}

function readAll(paths: readonly string[], options: SourceOptions, running: Scan, texts: ReportTexts): ScanResult {
  const progress = new Progress('files')
  for (const unit of readSources(paths, { ...options, onListed: (units) => progress.expect(units) })) {
    // Of what was rendered, the text is not the user's.
    if (unit.locate === null) texts.seen(unit.file, unit.text)
    running.add(unit)
    progress.step()
  }
  progress.end()
  return running.finish()
}

function exitCode({ summary, errors, skipped }: ScanResult, failOn: FailOn, unknownFails: boolean): number {
  if (errors.length > 0 || skipped.some(({ named }) => named)) return exitCodes.userMistake
  if (unknownFails && summary.status.unknown > 0) return exitCodes.findings
  if (failOn === 'none') return exitCodes.clean
  const counted = severities.slice(0, severities.indexOf(failOn) + 1)
  return counted.some((severity) => summary.findings[severity] > 0) ? exitCodes.findings : exitCodes.clean
}
