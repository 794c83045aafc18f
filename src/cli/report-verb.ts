import { frameworks, ownFramework } from '../controls/frameworks/frameworks.ts'
import { type Profile, profileOfVersion, profiles } from '../controls/profiles.ts'
import { frameworkCsv } from '../report/framework/framework-csv.ts'
import { frameworkJson } from '../report/framework/framework-json.ts'
import { frameworkMarkdown } from '../report/framework/framework-markdown.ts'
import { type FrameworkReport, frameworkReport } from '../report/framework/framework-report.ts'
import { frameworkText } from '../report/framework/framework-text.ts'
import { Offenders } from '../report/framework/offenders.ts'
import { plainPaint } from '../report/paint.ts'
import { choose } from './choice.ts'
import { loadConfig } from './config-file.ts'
import { type OutputTarget, outputTargets, writeReports } from './output-target.ts'
import { policiesOf } from './policies/policies-of.ts'
import { judgeInput } from './scan/judge-input.ts'
import { inputPaths, openCluster } from './scan/open-cluster.ts'
import { ReportTexts } from './scan/report-texts.ts'
import { failurePolicy, scanExitCode } from './scan/scan-exit-code.ts'
import {
  clusterOptions,
  failureOptions,
  nodeOptions,
  policyOptions,
  renderOptions,
  selectionOptions
} from './scan/scan-options.ts'
import { selectPlan } from './scan/select-plan.ts'
import { stdoutPaint, stdoutWidth } from './terminal.ts'
import { UserError } from './user-error.ts'
import type { OptionSpec, Options, Verb } from './verb.ts'
import { version } from './version.ts'
import { tell } from './write.ts'

const formats = ['text', 'json', 'markdown', 'csv', 'html'] as const
type Format = (typeof formats)[number]

/** What would leave out controls has no place here: an item would pass because nobody looked. */
const selection = selectionOptions.filter(({ name }) => !['framework', 'control', 'severity'].includes(name))

const options: readonly OptionSpec[] = [
  {
    name: 'framework',
    short: 'f',
    value: 'NAME[@VERSION]',
    summary: 'The framework to report on',
    choices: frameworks.map(({ name }) => name)
  },
  ...selection,
  ...policyOptions,
  ...clusterOptions,
  ...nodeOptions,
  ...renderOptions,
  {
    name: 'output',
    short: 'o',
    value: 'FORMAT[=FILE]',
    repeatable: true,
    summary: 'Report to standard output or a file',
    fallback: 'text',
    choices: formats
  },
  {
    name: 'profile',
    value: 'NAME',
    summary: 'Who operates the control plane in your place',
    fallback: 'as the cluster shows, else nobody',
    choices: profiles.map(({ name }) => name)
  },
  ...failureOptions
]

export const reportVerb: Verb = {
  name: 'report',
  usage: '--framework NAME[@VERSION] [PATH…] [OPTION…]',
  about: `Says of each item of a framework whether it is met, and what shows it. An item
that nothing in the input answers is unknown, never passed. What no object can
answer passes with evidence on record in bulwark.yaml.

Exit code: as for scan.`,
  options,
  examples: [
    { command: 'bulwark report -f cis-5 k8s/', does: 'Section 5 of the CIS benchmark for a folder' },
    { command: 'bulwark report -f guide -o markdown=guide.md', does: 'The guide, as a document for an audit' },
    { command: 'bulwark report -f cis -o html=cis.html', does: 'A page to read in a browser, or to print' },
    { command: 'bulwark report -f nsa -o json=nsa.json', does: 'The NSA/CISA guide, for other programs' }
  ],
  run: report
}

async function report(operands: readonly string[], given: Options): Promise<number> {
  const name = given.last('framework')
  if (name === undefined) throw new UserError(`which framework? ${frameworks.map((each) => each.name).join(', ')}`)
  const paths = inputPaths(operands, given)
  const connected = given.has('cluster-policies') ? await openCluster(given) : null
  const policies = await policiesOf(given, connected)
  const loaded = await loadConfig(given.last('config'), paths[0] ?? '.', policies?.extend)
  const targets = outputTargets(given.all('output'), formats, 'text')
  const policy = failurePolicy(given, loaded)
  const cluster = connected ?? (await openCluster(given))
  const { plan, selected } = await selectPlan(given, loaded, [name], cluster?.version)
  const [framework] = selected
  if (framework === undefined) throw new Error(`${name} was selected and is not there`)
  if (policies !== null && framework.framework.name !== ownFramework)
    tell(`admission policies are items of the framework ${ownFramework}: ${name} has nothing to do with them`)
  const offenders = new Offenders()
  const texts = new ReportTexts(paths)
  const result = await judgeInput({
    paths,
    cluster,
    options: given,
    loaded,
    plan,
    texts,
    sink: offenders,
    baseline: null,
    implied: true,
    policies
  })
  const profile = profileOf(given.last('profile') ?? loaded.config.profile, cluster?.build ?? null)
  const evidence = loaded.config.evidence ?? []
  const made = frameworkReport(framework, plan.controls, result, offenders, evidence, profile, new Date())
  const page = targets.some(({ format }) => format === 'html') ? await pageOf(made, paths) : []
  writeReports(targets.map((target) => ({ target, parts: target.format === 'html' ? page : partsOf(made, target) })))
  return scanExitCode(result, policy)
}

/** @throws UserError for a profile that does not exist. */
function profileOf(named: string | undefined, build: string | null): Profile | null {
  if (named === undefined) return build === null ? null : profileOfVersion(build)
  const names = profiles.map(({ name }) => name)
  return profiles.find(({ name }) => name === choose('profile', named, names)) ?? null
}

/** The code of the page is loaded only when it is asked for. */
async function pageOf(made: FrameworkReport, paths: readonly string[]): Promise<Iterable<string>> {
  const [{ frameworkHtml }, { reportPage }] = await Promise.all([
    import('../report/framework/framework-html.ts'),
    import('./scan/report-page.ts')
  ])
  return [...frameworkHtml(made, { page: reportPage('framework'), version, subjects: paths })]
}

function partsOf(made: FrameworkReport, { format, file }: OutputTarget<Format>): Iterable<string> {
  if (format === 'json') return frameworkJson(made)
  if (format === 'csv') return frameworkCsv(made)
  if (format === 'markdown') return frameworkMarkdown(made)
  return file === null ? frameworkText(made, stdoutPaint(), stdoutWidth()) : frameworkText(made, plainPaint, null)
}
