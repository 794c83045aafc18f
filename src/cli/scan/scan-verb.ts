import type { FindingSink } from '../../scan/scan.ts'
import { loadConfig } from '../config-file.ts'
import { outputTargets, writeReports } from '../output-target.ts'
import { OverflowFile } from '../overflow-file.ts'
import { policiesOf } from '../policies/policies-of.ts'
import { UserError } from '../user-error.ts'
import type { Options, Verb } from '../verb.ts'
import { tell } from '../write.ts'
import { BaselineFile } from './baseline-file.ts'
import { judgeInput } from './judge-input.ts'
import { inputPaths, openCluster } from './open-cluster.ts'
import { repeatable } from './repeatable.ts'
import { reportFormats } from './report-formats.ts'
import { makeReport, type ReportSetting } from './report-makers.ts'
import { ReportTexts } from './report-texts.ts'
import { type FailurePolicy, failurePolicy, scanExitCode } from './scan-exit-code.ts'
import {
  clusterOptions,
  nodeOptions,
  policyOptions,
  renderOptions,
  resultOptions,
  selectionOptions
} from './scan-options.ts'
import { frameworkNames, selectPlan } from './select-plan.ts'

export const scanVerb: Verb = {
  name: 'scan',
  usage: '[PATH…] [OPTION…]',
  about: `Judges Kubernetes objects in files, folders, Helm charts and Kustomize folders;
"-" reads standard input. Without a PATH it reads the current folder. Ignore
files are respected; a file named directly is always read. With --cluster it
judges what a live cluster holds, and changes nothing there.

Exit code: 0 nothing found, 1 findings (see --fail-on), 2 a mistake or input
that could not be read, 3 a fault of Bulwark.`,
  options: [
    ...selectionOptions,
    ...policyOptions,
    ...clusterOptions,
    ...nodeOptions,
    ...renderOptions,
    ...resultOptions
  ],
  examples: [
    { command: 'bulwark scan k8s/', does: 'Judge a folder of manifests by the guide and Pod Security' },
    { command: 'helm template shop charts/shop | bulwark scan -', does: 'Judge what another tool prints' },
    { command: 'bulwark scan --cluster --context staging', does: 'Judge what a live cluster holds' },
    { command: 'bulwark scan --node / -f cis', does: 'Judge the node that it runs on: flags, files and their modes' },
    { command: 'bulwark scan . -f nsa -o json=findings.json -o text', does: 'Two reports of one scan' },
    { command: 'bulwark scan k8s/ -o html=report.html', does: 'A page to read in a browser' }
  ],
  run: scan
}

async function scan(operands: readonly string[], options: Options): Promise<number> {
  const paths = inputPaths(operands, options)
  const connected = options.has('cluster-policies') ? await openCluster(options) : null
  const policies = await policiesOf(options, connected)
  const loaded = await loadConfig(options.last('config'), paths[0] ?? '.', policies?.extend)
  if (options.has('test-controls')) {
    const { testControls } = await import('./test-controls.ts')
    return testControls(loaded.registry)
  }
  const targets = outputTargets(options.all('output'), reportFormats, 'text')
  const policy = failurePolicy(options, loaded)
  const cluster = connected ?? (await openCluster(options))
  const { plan } = await selectPlan(options, loaded, frameworkNames(options, loaded), cluster?.version)
  const texts = new ReportTexts(paths)
  const overflow = new OverflowFile()
  const setting: ReportSetting = {
    plan,
    paths,
    texts,
    overflow,
    configFile: loaded.file,
    command: repeatable(process.argv.slice(2)),
    policies: options.all('policies')
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
  const baseline = baselineFile?.baseline ?? null
  const result = await judgeInput({ paths, cluster, options, loaded, plan, texts, sink, baseline, policies })
  const recorded = baselineFile?.record() ?? null
  if (recorded !== null)
    tell(`recorded ${recorded} findings in ${options.last('baseline')}: from now on only others count`)
  const code = scanExitCode(result, recorded === null ? policy : nothingFails)
  writeReports(reports.map(({ target, report }) => ({ target, parts: report.finish(plan.frameworks, result, code) })))
  overflow.close()
  for (const note of new Set(reports.flatMap(({ report }) => report.notes?.() ?? []))) tell(note)
  return code
}

/** What was just recorded is no reason to fail. */
const nothingFails: FailurePolicy = { failOn: 'none', unknownFails: false }

/** @throws UserError for `--update-baseline` without `--baseline`, and for a file that is no baseline. */
function baselineOf(options: Options): BaselineFile | null {
  const file = options.last('baseline')
  const anew = options.has('update-baseline')
  if (file !== undefined) return new BaselineFile(file, anew)
  if (anew) throw new UserError('--update-baseline needs the file: --baseline FILE')
  return null
}
