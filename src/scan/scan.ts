import type { JudgedException } from '../controls/analysis.ts'
import type { Control } from '../controls/control.ts'
import type { Component } from '../estate/components/component.ts'
import { componentsOf } from '../estate/components/components.ts'
import { isHistory } from '../estate/history.ts'
import { formatPath, type Path } from '../estate/path.ts'
import { groupOf, type Resource } from '../estate/resource.ts'
import { type PodView, podViews } from '../estate/workload.ts'
import { type WorkloadKinds, workloadKindOf } from '../estate/workload-kinds.ts'
import type { ExceptionBook, ExceptionUse } from '../exceptions/book.ts'
import { type ExceptionProblem, exceptionGroup, exceptionKind, grantedInCluster } from '../exceptions/granted.ts'
import { locateInOrigin } from '../sources/locate.ts'
import type { InputError, Skipped, SourceUnit, Unread } from '../sources/unit.ts'
import type { Baseline } from './baseline.ts'
import { componentControls, fileControls } from './component-controls.ts'
import { EstateScan } from './estate-scan.ts'
import { Evaluator } from './evaluate.ts'
import { type Parted, partedByException } from './excepted.ts'
import type { Failure } from './failure.ts'
import type { TextOf } from './file-places.ts'
import type { Finding } from './finding.ts'
import { fieldOf, findingsOf, type Listed, listedInOrder, type Positions, passesOf } from './findings.ts'
import { Fingerprints } from './identity.ts'
import { type Implications, implicationsOf, withoutImplied } from './implied.ts'
import { type AnnotationProblem, addInlineExceptions } from './inline-exceptions.ts'
import { Inspections } from './inspections.ts'
import type { Plan } from './plan.ts'
import { errorsInOrder, inPathOrder, inReportOrder, skippedInOrder } from './report-order.ts'
import { ReportedFaults } from './reported-faults.ts'
import { countFinding, emptySummary, type Summary } from './summary.ts'
import { type ControlTally, Tallies } from './tallies.ts'
import { unreadFindings } from './unread.ts'

/** What of the input is judged, and which verdicts are kept. */
export interface ScanFilter {
  /** Namespaces to judge; all where it is empty. */
  readonly namespaces: ReadonlySet<string>
  /** Kinds to judge, in lower case; all where it is empty. */
  readonly kinds: ReadonlySet<string>
  /** Also list a `pass` for each control that an object passes. */
  readonly passes: boolean
  /** Also report of each control what a stricter one says at the same place. */
  readonly implied?: boolean
}

/**
 * Takes findings as they come: those of one file in the order of reports and without a break, files in any order. What
 * only the whole estate could tell comes last: each file once more, again in order.
 */
export interface FindingSink {
  add(findings: readonly Finding[]): void
}

export interface ScanResult {
  readonly summary: Summary
  readonly skipped: readonly Skipped[]
  readonly errors: readonly InputError[]
  /** A running cluster was read, perhaps besides files. */
  readonly live: boolean
  /** Why nothing can be said of it as a whole, where only some of its namespaces were read; else null. */
  readonly partly: string | null
  /** What it did not give, in the order in which it was asked for. */
  readonly unread: readonly Unread[]
  /** Objects that were read and not judged, since the filter leaves them out. */
  readonly leftOut: number
  /** What became of each selected control. */
  readonly controls: readonly ControlTally[]
}

const noControls: ReadonlySet<Control> = new Set()
const noComponents: readonly Component[] = []

/** So many findings of one resource are in memory at once. */
const partLength = 2000

/** What of the findings is tolerated. */
export interface Tolerated {
  readonly book: ExceptionBook
  /** Ids of all controls, where manifests may ask for exceptions for themselves; null where they may not. */
  readonly inline: ReadonlySet<string> | null
  /** What an earlier scan found; null where everything counts. */
  readonly baseline: Baseline | null
}

/**
 * A scan in progress. Resources are evaluated, reported and forgotten one by one, so memory does not grow with the
 * input. Only what was rendered waits for the end, since overlays and charts may share a file.
 */
export class Scan {
  readonly #plan: Plan
  readonly #kinds: WorkloadKinds
  readonly #filter: ScanFilter
  readonly #sink: FindingSink
  readonly #tolerated: Tolerated
  readonly #evaluator: Evaluator
  readonly #inspections: Inspections
  readonly #implications: Implications
  readonly #stricter: Implications
  readonly #summary: Summary
  readonly #skipped: Skipped[] = []
  readonly #errors: InputError[] = []
  readonly #unread: Unread[] = []
  readonly #reported = new ReportedFaults()
  #live = false
  #leftOut = 0
  readonly #tallies: Tallies
  readonly #estate: EstateScan
  readonly #readsComponents: boolean
  readonly #ofPodsAnd = new Map<ReadonlySet<Control>, ReadonlySet<Control>>()
  /** Findings of files that something was rendered from. */
  readonly #waiting = new Map<string, Finding[]>()

  constructor(plan: Plan, kinds: WorkloadKinds, filter: ScanFilter, sink: FindingSink, tolerated: Tolerated) {
    this.#plan = plan
    this.#kinds = kinds
    this.#filter = filter
    this.#sink = sink
    this.#tolerated = tolerated
    this.#evaluator = new Evaluator(plan)
    this.#stricter = implicationsOf(plan.controls)
    this.#implications = filter.implied === true ? new Map() : this.#stricter
    this.#summary = emptySummary(plan.controls.length)
    this.#tallies = new Tallies(plan.controls)
    this.#inspections = new Inspections(plan, this.#implications, this.#stricter, filter.passes)
    this.#estate = new EstateScan(plan, this.#implications, this.#stricter)
    this.#readsComponents = plan.components.size > 0 || this.#estate.readsComponents
  }

  add(unit: SourceUnit): void {
    this.#summary.files += unit.files
    for (const skipped of unit.skipped) this.#skipped.push(skipped)
    for (const error of unit.errors) this.#errors.push(error)
    this.#live ||= unit.live
    if (unit.live) this.#addCluster(unit)
    const isRendered = unit.locate !== null
    for (const resource of isRendered ? unit.resources : inPathOrder(unit.resources)) {
      if (unit.live && isHistory(resource)) continue
      const views = podViews(resource, this.#kinds)
      if (views.length === 0) this.#noteEmpty(unit, resource)
      const components = this.#readsComponents ? componentsOf(resource, views, unit.resources) : noComponents
      const excepts = this.#addExceptions(unit, resource, views)
      const pointed = this.#estate.add(unit, resource, views, components, excepts)
      if (!this.#isChosen(resource, unit.live)) {
        this.#leftOut++
        continue
      }
      for (const made of this.#judge(unit, resource, views, components, pointed)) {
        const findings = this.#counted(made)
        if (isRendered || this.#waiting.has(unit.file)) this.#keep(findings)
        else if (findings.length > 0) this.#sink.add(findings)
      }
    }
  }

  /** @param textOf Gives a file's text again, to say where in it something is that only the whole estate could tell. */
  finish(textOf: TextOf): ScanResult {
    const late = this.#counted(this.#judgeEstate(textOf))
    const files = new Map<string, Finding[]>()
    for (const finding of late) {
      const file = finding.file ?? ''
      const findings = this.#waiting.get(file) ?? files.get(file)
      if (findings === undefined) files.set(file, [finding])
      else findings.push(finding)
    }
    for (const findings of [...this.#waiting.values(), ...files.values()]) this.#sink.add(inReportOrder(findings))
    this.#waiting.clear()
    const controls = this.#tallies.list()
    for (const { pass, notApplicable } of controls) {
      this.#summary.status.pass += pass
      this.#summary.status.notApplicable += notApplicable
    }
    const { baseline } = this.#tolerated
    if (baseline !== null) this.#summary.baseline = { known: baseline.known, gone: baseline.gone }
    return {
      summary: this.#summary,
      skipped: skippedInOrder(this.#skipped),
      errors: errorsInOrder(this.#errors),
      live: this.#live,
      partly: this.#estate.partly,
      unread: this.#unread,
      leftOut: this.#leftOut,
      controls
    }
  }

  /** Where `bulwark.yaml` says that a kind holds a pod and none is there, its path may be wrong. */
  #noteEmpty(unit: SourceUnit, { apiVersion, kind, origin }: Resource): void {
    const workload = workloadKindOf(this.#kinds, apiVersion, kind)
    if (workload === undefined || workload.groups !== null) return
    const path = workload.specPath.join('.').replaceAll('.*', '[]')
    const reason = `this ${kind} has no pod at ${path}, where bulwark.yaml looks for it`
    this.#skipped.push({ file: origin.file ?? unit.file, document: origin.document, reason, named: false })
  }

  /**
   * A cluster says who may grant an exception; in a file, its author says what it needs.
   * @returns Whether there is one for this very object.
   */
  #addExceptions(unit: SourceUnit, resource: Resource, views: readonly PodView[]): boolean {
    const { book, inline } = this.#tolerated
    if (!unit.live) {
      if (inline === null) return false
      const before = book.uses.length
      const problems = addInlineExceptions(book, resource, views, inline)
      if (problems.length > 0) this.#addErrors(unit, resource, problems)
      return book.uses.length > before
    }
    if (resource.kind === exceptionKind && groupOf(resource.apiVersion) === exceptionGroup) {
      const granted = grantedInCluster(resource)
      if ('exception' in granted) book.add(granted)
      else this.#addRefused(resource, granted)
    }
    return false
  }

  #addRefused({ name }: Resource, problems: readonly ExceptionProblem[]): void {
    for (const { path, message } of problems) {
      const file = `${exceptionKind} ${name}`
      this.#errors.push({ file, line: null, column: null, message: `${formatPath(path)}: ${message}` })
    }
  }

  #addErrors(unit: SourceUnit, resource: Resource, problems: readonly AnnotationProblem[]): void {
    const positions = locateInOrigin(
      unit,
      resource,
      problems.map(({ path }) => path)
    )
    problems.forEach(({ message }, index) => {
      const { file = unit.file, line = null, column = null } = positions[index] ?? {}
      this.#errors.push({ file, line, column, message })
    })
  }

  /** Says of an exception whether everything was judged that it could cover: then one that was not needed is needless. */
  #asJudged(): (use: ExceptionUse) => JudgedException {
    const { namespaces, kinds } = this.#filter
    const all = namespaces.size === 0 && kinds.size === 0
    const ran = new Set(this.#plan.controls.map(({ id }) => id))
    return (use) => ({ ...use, complete: all && use.exception.controls.every((id) => ran.has(id)) })
  }

  #addCluster({ unread }: SourceUnit): void {
    this.#estate.addCluster(unread, [...this.#filter.namespaces])
    for (const missing of unread) this.#unread.push(missing)
  }

  #judgeEstate(textOf: TextOf): Finding[] {
    const isChosen = (resource: Resource): boolean => this.#isChosen(resource, resource.origin.file === null)
    const { findings, controls, failures } = this.#estate.finish(
      isChosen,
      this.#tolerated.book,
      this.#asJudged(),
      this.#filter.passes,
      textOf
    )
    for (const { control, judged, found } of controls) this.#tallies.analysed(control, judged, found)
    this.#tallies.verdicts(failures)
    const unread = this.#unread.flatMap((kind) => unreadFindings(this.#plan, kind))
    for (const finding of unread) this.#tallies.unread(finding)
    return [...findings, ...unread]
  }

  /** The same findings, marked where the baseline knows them: those do not count. */
  #counted(made: readonly Finding[]): readonly Finding[] {
    const findings = this.#tolerated.baseline?.marked(made) ?? made
    for (const finding of findings) {
      if (finding.baseline === true) continue
      countFinding(this.#summary, finding)
    }
    return findings
  }

  #keep(findings: readonly Finding[]): void {
    for (const finding of findings) {
      const file = finding.file ?? ''
      const waiting = this.#waiting.get(file)
      if (waiting === undefined) this.#waiting.set(file, [finding])
      else waiting.push(finding)
    }
  }

  #isChosen(resource: Resource, live: boolean): boolean {
    const { kinds, namespaces } = this.#filter
    if (kinds.size > 0 && !kinds.has(resource.kind.toLowerCase())) return false
    return namespaces.size === 0 || namespaces.has(namespaceOf(resource, live) ?? '')
  }

  /** The findings of a resource in order; those of a pod with thousands of containers in several parts. */
  *#judge(
    unit: SourceUnit,
    resource: Resource,
    views: readonly PodView[],
    components: readonly Component[],
    pointed: readonly Path[]
  ): Generator<Finding[]> {
    const failures = this.#evaluator.evaluate(resource, views, components)
    const alone = this.#applicable(resource, views)
    const applicable = components.length === 0 ? alone : alone.union(componentControls(this.#plan, components))
    this.#count(applicable, failures)
    const passes = this.#filter.passes ? this.#passes(unit, resource, applicable, failures) : []
    const unreported = unit.live ? this.#reported.unreported(resource, views, failures) : failures
    const { open, excepted, along } = this.#parted(resource, unreported)
    this.#tallies.failures(open, [...excepted.keys(), ...along])
    const inspected = this.#inspections.inspect(resource, views, this.#tolerated.book, this.#tallies)
    const kept: Listed[] = [
      ...withoutImplied(open, this.#implications, this.#plan.sets),
      ...excepted.keys(),
      ...inspected
    ]
    const fingerprints = new Fingerprints(resource)
    if (kept.length <= partLength) {
      // All at once, since what one path leads through need not be looked for again.
      const positions = locate(unit, resource, [...kept.map(fieldOf), ...pointed])
      if (pointed.length > 0 && positions !== null) this.#estate.remember(pointed, positions.slice(kept.length))
      const findings = findingsOf(resource, kept, positions, fingerprints, excepted)
      if (passes.length + findings.length > 0) yield inReportOrder(passes.concat(findings))
      return
    }
    yield inReportOrder(passes)
    const sorted = listedInOrder(kept)
    for (let from = 0; from < sorted.length; from += partLength) {
      const part = sorted.slice(from, from + partLength)
      yield findingsOf(resource, part, locate(unit, resource, part.map(fieldOf)), fingerprints, excepted)
    }
  }

  #parted(resource: Resource, failures: readonly Failure[]): Parted {
    const each = this.#filter.implied === true
    return partedByException(this.#tolerated.book, resource, failures, this.#stricter, each ? null : this.#plan.sets)
  }

  #passes(
    unit: SourceUnit,
    resource: Resource,
    applicable: ReadonlySet<Control>,
    failures: readonly Failure[]
  ): Finding[] {
    const [position] = unit.live ? [] : locateInOrigin(unit, resource, [[]])
    return passesOf(resource, applicable, failures, position ?? null)
  }

  #count(applicable: ReadonlySet<Control>, failures: readonly Failure[]): void {
    this.#summary.resources++
    this.#tallies.object()
    if (applicable.size > 0) this.#tallies.judged(applicable, new Set(failures.map(({ planned }) => planned.control)))
  }

  /** The selected controls that have something to say about the resource alone. Equal sets are the same object. */
  #applicable(resource: Resource, views: readonly PodView[]): ReadonlySet<Control> {
    const { podControls, resources } = this.#plan
    const own = resources.get(resource.kind)?.controls ?? fileControls(this.#plan, resource)
    if (views.length === 0) return own ?? noControls
    if (own === undefined) return podControls
    let both = this.#ofPodsAnd.get(own)
    if (both === undefined) {
      both = podControls.union(own)
      this.#ofPodsAnd.set(own, both)
    }
    return both
  }
}

/** Where an object belongs for a user who names namespaces. A manifest that names none is applied to `default`. */
function namespaceOf({ kind, apiVersion, name, namespace }: Resource, live: boolean): string | null {
  if (kind === 'Namespace' && apiVersion === 'v1') return name
  return namespace ?? (live ? null : 'default')
}

function locate(unit: SourceUnit, resource: Resource, paths: readonly Path[]): Positions {
  if (unit.live) return null
  return paths.length === 0 ? [] : locateInOrigin(unit, resource, paths)
}
