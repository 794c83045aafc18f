import { type Config, type FailOn, failOnLevels } from '../../config/config.ts'
import { severities } from '../../controls/control.ts'
import { registry } from '../../controls/registry.ts'
import { workloadKinds } from '../../estate/workload-kinds.ts'
import { ExceptionBook } from '../../exceptions/book.ts'
import { grantedInConfig } from '../../exceptions/granted.ts'
import { type FindingSink, Scan, type ScanResult, type Tolerated } from '../../scan/scan.ts'
import type { SourceOptions } from '../../sources/options.ts'
import { readSources } from '../../sources/read.ts'
import { choose } from '../choice.ts'
import { loadConfig } from '../config-file.ts'
import { exitCodes } from '../exit-codes.ts'
import { outputTargets, writeReports } from '../output-target.ts'
import { OverflowFile } from '../overflow-file.ts'
import { Progress } from '../progress.ts'
import { UserError } from '../user-error.ts'
import type { Options, Verb } from '../verb.ts'
import { tell } from '../write.ts'
import { BaselineFile } from './baseline-file.ts'
import { repeatable } from './repeatable.ts'
import { reportFormats } from './report-formats.ts'
import { makeReport, type ReportSetting } from './report-makers.ts'
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

async function scan(operands: readonly string[], options: Options): Promise<number> {
  const paths = operands.length === 0 ? ['.'] : operands
  const { config, file: configFile } = loadConfig(options.last('config'), paths[0] ?? '.')
  const targets = outputTargets(options.all('output'), reportFormats, 'text')
  const failOn = choose('fail-on', options.last('fail-on') ?? config.failOn ?? 'high', failOnLevels)
  const plan = await selectPlan(options, config)
  const texts = new ReportTexts(paths)
  const overflow = new OverflowFile()
  const setting: ReportSetting = {
    plan,
    paths,
    texts,
    overflow,
    configFile,
    command: repeatable(process.argv.slice(2))
  }
  const reports = await Promise.all(
    targets.map(async (target) => ({ target, report: await makeReport(target, setting) }))
  )
  const baselineFile = baselineOf(options)
  const sink: FindingSink = {
    add(findings) {
      for (const { report } of reports) report.add(findings)
      baselineFile?.add(findings)
    }
  }
  const tolerated: Tolerated = {
    book: exceptionBook(config, configFile),
    inline: options.has('no-inline-exceptions') ? null : new Set(registry.controls.map(({ id }) => id)),
    baseline: baselineFile?.baseline ?? null
  }
  const running = new Scan(plan, workloadKinds(config.workloads ?? []), scanFilter(options), sink, tolerated)
  const result = readAll(paths, sourceOptions(options, config), running, texts)
  const recorded = baselineFile?.record() ?? null
  if (recorded !== null)
    tell(`recorded ${recorded} findings in ${options.last('baseline')}: from now on only others count`)
  const code = exitCode(
    result,
    recorded === null ? failOn : 'none',
    options.has('fail-on-unknown') && recorded === null
  )
  writeReports(reports.map(({ target, report }) => ({ target, parts: report.finish(plan.frameworks, result, code) })))
  overflow.close()
  for (const note of new Set(reports.flatMap(({ report }) => report.notes?.() ?? []))) tell(note)
  return code
}

/** @throws UserError for `--update-baseline` without `--baseline`, and for a file that is no baseline. */
function baselineOf(options: Options): BaselineFile | null {
  const file = options.last('baseline')
  const anew = options.has('update-baseline')
  if (file !== undefined) return new BaselineFile(file, anew)
  if (anew) throw new UserError('--update-baseline needs the file: --baseline FILE')
  return null
}

function exceptionBook({ exceptions = [] }: Config, configFile: string | null): ExceptionBook {
  const book = new ExceptionBook(new Date())
  for (const granted of grantedInConfig(exceptions, configFile ?? '')) book.add(granted)
  return book
}

function readAll(paths: readonly string[], options: SourceOptions, running: Scan, texts: ReportTexts): ScanResult {
  const progress = new Progress('files')
  for (const unit of readSources(paths, { ...options, onListed: (units) => progress.expect(units) })) {
    // Of what was rendered, the text is not the user's.
    if (unit.locate === null && !unit.live) texts.seen(unit.file, unit.text)
    running.add(unit)
    progress.step()
  }
  progress.end()
  return running.finish((file) => texts.of(file))
}

function exitCode({ summary, errors, skipped }: ScanResult, failOn: FailOn, unknownFails: boolean): number {
  if (errors.length > 0 || skipped.some(({ named }) => named)) return exitCodes.userMistake
  if (unknownFails && summary.status.unknown > 0) return exitCodes.findings
  if (failOn === 'none') return exitCodes.clean
  const counted = severities.slice(0, severities.indexOf(failOn) + 1)
  return counted.some((severity) => summary.findings[severity] > 0) ? exitCodes.findings : exitCodes.clean
}
