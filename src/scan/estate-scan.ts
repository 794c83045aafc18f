import {
  componentsOfAllKinds,
  everyKind,
  type JudgedException,
  kindsRead,
  podsOfAllKinds,
  type Verdict
} from '../controls/analysis.ts'
import type { Control } from '../controls/control.ts'
import type { Component } from '../estate/components/component.ts'
import { Estate } from '../estate/estate.ts'
import type { Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import type { PodView } from '../estate/workload.ts'
import type { ExceptionBook, ExceptionUse } from '../exceptions/book.ts'
import { exceptionKind } from '../exceptions/granted.ts'
import type { Locate, SourceUnit, Unread } from '../sources/unit.ts'
import { applied } from './excepted.ts'
import type { FailingSets } from './failing-set.ts'
import { FilePlaces, type TextOf } from './file-places.ts'
import type { Finding } from './finding.ts'
import { verdictFinding } from './findings.ts'
import { Fingerprints } from './identity.ts'
import type { Implications } from './implied.ts'
import { type LateVerdict, withoutImpliedVerdicts } from './implied-verdicts.ts'
import { Inspections } from './inspections.ts'
import type { Plan, PlannedAnalysis } from './plan.ts'
import { RememberedPlaces } from './remembered-places.ts'

/** What one analysis was about. */
export interface JudgedControl {
  readonly control: Control
  /** Objects. */
  readonly judged: number
  /** The objects among them that it does not pass. */
  readonly found: number
}

/** What the analyses say. */
export interface EstateOutcome {
  /** In no particular order. */
  readonly findings: readonly Finding[]
  readonly controls: readonly JudgedControl[]
  /** What is not a pass, before what a stricter control says is left out. */
  readonly failures: readonly LateVerdict[]
}

/**
 * The part of a scan that waits for everything to be read: keeps the objects that the selected analyses read, and runs
 * those at the end.
 */
export class EstateScan {
  readonly #analyses: readonly PlannedAnalysis[]
  /** By kind: which objects of it some analysis needs; null for all. */
  readonly #needs: ReadonlyMap<string, readonly ((resource: Resource) => boolean)[] | null>
  readonly #readsPods: boolean
  readonly readsComponents: boolean
  readonly #readsAll: boolean
  readonly #estate = new Estate()
  readonly #inspections: Inspections
  readonly #implications: Implications
  readonly #sets: FailingSets
  readonly #levelOf: Plan['levelOf']
  /** How to find places of what was rendered. */
  readonly #locate = new Map<Resource, Locate>()
  readonly #pointers: readonly ((pod: PodView) => Path)[]
  /** Places that were looked up while the text was at hand. */
  readonly #places = new RememberedPlaces()

  constructor({ analyses, settings, sets, levelOf }: Plan, implications: Implications) {
    this.#analyses = analyses
    this.#inspections = new Inspections(analyses, settings)
    this.#implications = implications
    this.#sets = sets
    this.#levelOf = levelOf
    this.#pointers = analyses.flatMap(({ analyse }) => ('pointsTo' in analyse ? (analyse.pointsTo ?? []) : []))
    this.#needs = needsOf(analyses)
    this.#readsPods = this.#needs.has(podsOfAllKinds)
    this.#readsAll = this.#needs.has(everyKind)
    this.readsComponents = this.#needs.has(componentsOfAllKinds)
  }

  add(unit: SourceUnit, resource: Resource, pods: readonly PodView[], components: readonly Component[]): void {
    const kept =
      this.#readsAll ||
      this.#isNeeded(resource) ||
      (pods.length > 0 && this.#readsPods) ||
      (components.length > 0 && this.readsComponents)
    if (kept) this.#estate.add(resource, pods, components)
    const found = this.#inspections.inspect(resource, pods, kept)
    if (unit.live) return
    if (unit.locate === null) {
      const pointed = kept ? this.#pointers.flatMap((pointsTo) => pods.map(pointsTo)) : []
      if (pointed.length + found.length > 0) this.#places.remember(unit, resource, [...pointed, ...found])
    } else if (kept || found.length > 0) this.#locate.set(resource, unit.locate)
  }

  #isNeeded(resource: Resource): boolean {
    const needs = this.#needs.get(resource.kind)
    return needs === null || needs?.some((isNeeded) => isNeeded(resource)) === true
  }

  #verdicts(
    planned: PlannedAnalysis,
    exceptions: ExceptionBook,
    judged: (use: ExceptionUse) => JudgedException
  ): Iterable<Verdict> {
    const { analyse } = planned
    if ('inspect' in analyse) return this.#inspections.verdictsOf(planned)
    const subjects = judgesExceptions(planned) ? exceptions.uses.map(judged) : []
    return analyse.judge(this.#estate, subjects, this.#levelOf)
  }

  addCluster(unread: readonly Unread[]): void {
    this.#estate.addCluster(unread)
  }

  /**
   * Runs the analyses.
   * @param isChosen Which objects are judged; all are seen.
   * @param exceptions What is tolerated; what the analyses find counts as its use.
   * @param judged Says of an exception whether all that it could cover was judged.
   * @param passes Whether what passes is listed, too.
   */
  finish(
    isChosen: (resource: Resource) => boolean,
    exceptions: ExceptionBook,
    judged: (use: ExceptionUse) => JudgedException,
    passes: boolean,
    textOf: TextOf
  ): EstateOutcome {
    const shown = new Map<Resource, LateVerdict[]>()
    const failures: LateVerdict[] = []
    const controls = inOrderOfRunning(this.#analyses)
      .filter((planned) => !this.#isMissing(planned))
      .map((planned) => {
        const objects = new Set<Resource>()
        const found = new Set<Resource>()
        for (const verdict of this.#verdicts(planned, exceptions, judged)) {
          const { resource } = verdict
          if (!isChosen(resource)) continue
          objects.add(resource)
          const late = this.#lateVerdict(planned, verdict, exceptions)
          if (late !== null) {
            found.add(resource)
            failures.push(late)
          }
          if (late === null && !passes) continue
          const own = shown.get(resource)
          const listed = late ?? lateVerdict(planned, verdict)
          if (own === undefined) shown.set(resource, [listed])
          else own.push(listed)
        }
        return { control: planned.control, judged: objects.size, found: found.size }
      })
    return { findings: this.#findings(shown, textOf), controls, failures }
  }

  /** Null for a pass. */
  #lateVerdict(planned: PlannedAnalysis, asJudged: Verdict, exceptions: ExceptionBook): LateVerdict | null {
    const verdict = this.#asFarAsKnown(planned, asJudged)
    if (verdict.problem === null && verdict.unknown === null) return null
    const late = lateVerdict(planned, verdict)
    // Nobody is excepted from keeping exceptions in order.
    if (judgesExceptions(planned)) return late
    const covering = exceptions.covering(planned.control.id, verdict.resource, verdict.container?.name ?? null)
    return covering === null ? late : { ...late, exception: applied(covering) }
  }

  /** Without all objects of a kind that it reads, an analysis would take what exists for missing. */
  #isMissing({ analyse }: PlannedAnalysis): boolean {
    // What judges each object by itself misses nothing of the others.
    if ('inspect' in analyse) return false
    return kindsRead(analyse).some((kind) => this.#estate.missing(kind, null) !== null)
  }

  #asFarAsKnown({ analyse }: PlannedAnalysis, verdict: Verdict): Verdict {
    if (!this.#estate.isIncomplete) return verdict
    const { kind, name, namespace } = verdict.resource
    const where = kind === 'Namespace' ? name : namespace
    if (where === null || 'inspect' in analyse) return verdict
    for (const read of kindsRead(analyse)) {
      const reason = this.#estate.missing(read, where)
      if (reason !== null) return { ...verdict, problem: null, unknown: reason }
    }
    return verdict
  }

  #findings(byResource: ReadonlyMap<Resource, readonly LateVerdict[]>, textOf: TextOf): Finding[] {
    const byFile = new Map<string | null, [Resource, readonly LateVerdict[]][]>()
    for (const [resource, all] of byResource) {
      const kept = withoutImpliedVerdicts(all, this.#implications, this.#sets)
      const { file } = resource.origin
      const own = byFile.get(file)
      if (own === undefined) byFile.set(file, [[resource, kept]])
      else own.push([resource, kept])
    }
    return [...byFile].flatMap(([file, resources]) => {
      const places = new FilePlaces(file, textOf)
      return resources.flatMap(([resource, late]) => {
        const fingerprints = new Fingerprints(resource)
        const paths = late.map(({ verdict }) => verdict.path)
        const locate = this.#locate.get(resource)
        const known = locate === undefined ? this.#places.of(resource, paths) : null
        const positions = known ?? locate?.(resource, paths) ?? places.of(resource.origin, paths)
        return late.map((each, index) => verdictFinding(each, positions[index] ?? null, fingerprints))
      })
    })
  }
}

function needsOf(analyses: readonly PlannedAnalysis[]): Map<string, ((resource: Resource) => boolean)[] | null> {
  const byKind = new Map<string, ((resource: Resource) => boolean)[] | null>()
  for (const { analyse } of analyses) {
    if ('inspect' in analyse) continue
    for (const kind of analyse.reads) {
      const known = byKind.get(kind)
      if (analyse.needs === undefined || known === null) byKind.set(kind, null)
      else byKind.set(kind, [...(known ?? []), analyse.needs])
    }
  }
  return byKind
}

/** What judges exceptions themselves has to know which of them the others needed. */
function inOrderOfRunning(analyses: readonly PlannedAnalysis[]): PlannedAnalysis[] {
  return [...analyses.filter((planned) => !judgesExceptions(planned)), ...analyses.filter(judgesExceptions)]
}

function judgesExceptions({ analyse }: PlannedAnalysis): boolean {
  return analyse.reads.includes(exceptionKind)
}

function lateVerdict(planned: PlannedAnalysis, verdict: Verdict): LateVerdict {
  return { planned, verdict, exception: null, fails: planned.fails, speaksFor: [] }
}
