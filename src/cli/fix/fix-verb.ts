import { fixGrades } from '../../fix/grade.ts'
import { imageFactsWith } from '../../fix/images/image-facts.ts'
import type { ObjectPlanner } from '../../fix/plan/object-planner.ts'
import type { SourceOptions } from '../../sources/options.ts'
import { encodeLike } from '../../yaml/encode.ts'
import { choose } from '../choice.ts'
import { loadConfig } from '../config-file.ts'
import { exitCodes } from '../exit-codes.ts'
import { judgeInput } from '../scan/judge-input.ts'
import { inputPaths } from '../scan/open-cluster.ts'
import { ReportTexts } from '../scan/report-texts.ts'
import { failurePolicy } from '../scan/scan-exit-code.ts'
import { sourceOptions } from '../scan/scan-inputs.ts'
import { frameworkNames, selectPlan } from '../scan/select-plan.ts'
import { isUnread, tellUnread } from '../tell-unread.ts'
import { stderrPaint, stdoutPaint } from '../terminal.ts'
import { UserError } from '../user-error.ts'
import type { Options, Verb } from '../verb.ts'
import { writeError, writeOut } from '../write.ts'
import { choicesOf } from './choices.ts'
import { type FileDiff, fileDiffs } from './file-diffs.ts'
import { fixJson } from './fix-json.ts'
import { fixOptions } from './fix-options.ts'
import { fixSummary } from './fix-summary.ts'
import { FixTotals } from './fix-totals.ts'
import { type FixedFile, fixedFiles, notAsked, stdinName, withStdin } from './fixed-files.ts'
import { type FileFaults, FoundFaults } from './found-faults.ts'
import { Interview } from './interview.ts'
import { makePlanner } from './make-planner.ts'
import { diffText } from './print-diff.ts'
import { ReadAccounts } from './read-accounts.ts'
import { readLine } from './read-line.ts'
import type { RenderedFixes } from './rendered-fixes.ts'
import { createFile, syncFolders, writeBack } from './write-back.ts'

export const fixVerb: Verb = {
  name: 'fix',
  usage: '[PATH…] [OPTION…]',
  about: `Repairs what scan finds, in your own files: only the bytes that have to change
do, and comments, order and style stay. It shows a diff, which git apply and
patch take, and writes nothing without --write. A fix is safe, needs a review
or breaks something; without --grade only safe ones are made.

Exit code: 0 nothing is left at or above --fail-on, 1 something is, 2 a mistake,
input that could not be read or a file that could not be written, 3 a fault of
Bulwark.`,
  options: fixOptions,
  examples: [
    { command: 'bulwark fix k8s/', does: 'Show what safe fixes would change' },
    { command: 'bulwark fix k8s/ --write', does: 'Change the files' },
    { command: 'bulwark fix k8s/ --interactive --grade review', does: 'Ask for each fix' },
    { command: 'bulwark fix k8s/ --grade review > fixes.diff', does: 'A diff to read, edit and git apply' },
    { command: 'bulwark fix web.yaml --control seccomp-profile', does: 'Fix one thing' },
    { command: 'bulwark fix k8s/ --companions --grade review', does: 'Show what its namespaces lack' },
    { command: 'kubectl get deploy web -o yaml | bulwark fix - --write', does: 'Fix what another tool prints' }
  ],
  run: fix
}

async function fix(operands: readonly string[], options: Options): Promise<number> {
  const paths = inputPaths(operands, options)
  const format = choose('output', options.last('output') ?? 'diff', ['diff', 'json'])
  if (format === 'json' && options.has('write') && paths.includes(stdinName))
    throw new UserError('with --write, standard input comes out fixed on standard output: it has no place for -o json')
  const choices = choicesOf(options)
  const ceiling = choose('grade', options.last('grade') ?? 'safe', fixGrades)
  const loaded = await loadConfig(options.last('config'), paths[0] ?? '.')
  const policy = failurePolicy(options, loaded)
  const { plan } = await selectPlan(options, loaded, frameworkNames(options, loaded))
  if (options.has('companions')) {
    const { addCompanions } = await import('./companions/add-companions.ts')
    return addCompanions({ paths, options, loaded, plan, ceiling })
  }
  const texts = new ReportTexts(paths)
  const found = new FoundFaults()
  const loose = new Set<string>()
  const accounts = new ReadAccounts()
  const result = await judgeInput({
    paths,
    cluster: null,
    options,
    loaded,
    plan,
    texts,
    sink: found,
    baseline: null,
    onUnit: (unit) => {
      accounts.add(unit)
      if (unit.locate === null) loose.add(unit.file)
    }
  })
  const planner = await makePlanner(plan, loaded, {
    choices,
    ceiling,
    imageFacts: remembered(imageFactsWith(loaded.config.images ?? [])),
    isAccountRead: (pod) => accounts.has(pod)
  })
  const totals = new FixTotals()
  const diffs: FileDiff[] = []
  const interview = interviewOf(options, paths)
  const writes = options.has('write') || interview !== null
  const showsDiffs = !writes || format === 'json'
  const rendered = found.filesOutside(loose)
  // What belongs together in charts and overlays is not asked for piece by piece.
  const isAsked = interview !== null
  const renderedFixes =
    rendered.size === 0 || isAsked
      ? null
      : await fixRendered(rendered, paths, sourceOptions(options, loaded.config), planner)
  function* allFixes(): Generator<FixedFile> {
    for (const file of fixedFiles(withStdin(found, paths), loose, texts, planner, !showsDiffs))
      yield interview?.wanted(file) ?? file
    if (renderedFixes !== null) yield* renderedFixes.results()
    if (isAsked) yield* notAsked(rendered)
  }
  for (const file of allFixes()) {
    const problem = writes ? written(file) : null
    if (problem !== null) totals.addUnwritten(file, problem)
    else {
      totals.add(file)
      if (showsDiffs) diffs.push(...fileDiffs(file))
    }
  }
  syncFolders()
  if (format === 'json') {
    for (const part of fixJson({ ceiling, writes, totals, diffs, excepted: found.excepted, result })) writeOut(part)
  } else {
    for (const part of diffText(diffs, totals.fixed, stdoutPaint())) writeOut(part)
    tellUnread(result)
    writeError(fixSummary(totals, found.excepted, writes))
  }
  if (isUnread(result) || totals.unwritten.size > 0) return exitCodes.userMistake
  if (policy.failOn === 'none') return exitCodes.clean
  return totals.leaves(policy.failOn) ? exitCodes.findings : exitCodes.clean
}

/** The same images stand in many places, and each is asked about for each of its findings. */
function remembered<Value>(of: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>()
  return (key) => {
    const value = known.get(key) ?? of(key)
    known.set(key, value)
    return value
  }
}

/**
 * Null where nobody is to be asked.
 * @throws UserError where standard input cannot hold answers.
 */
function interviewOf(options: Options, paths: readonly string[]): Interview | null {
  if (!options.has('interactive')) return null
  if (paths.includes(stdinName)) throw new UserError('--interactive reads your answers from standard input: name files')
  return new Interview({ show: writeError, answer: readLine }, stderrPaint())
}

async function fixRendered(
  faults: ReadonlyMap<string, FileFaults>,
  paths: readonly string[],
  options: SourceOptions,
  planner: ObjectPlanner
): Promise<RenderedFixes> {
  const { RenderedFixes } = await import('./rendered-fixes.ts')
  const fixes = new RenderedFixes(faults, options, planner)
  fixes.fix(paths)
  return fixes
}

/** Writes a file back, standard input to standard output; says why where it cannot be. */
function written({ file, before, steps, source }: FixedFile): string | null {
  const text = steps.at(-1)?.text
  if (source !== null) return text === undefined ? null : writeBack(source, encodeLike(source.bytes, text))
  if (file === stdinName) writeOut(text ?? before ?? '')
  else if (before === null && text !== undefined) return createFile(file, text)
  return null
}
