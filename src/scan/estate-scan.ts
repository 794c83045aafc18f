import {
  componentsOfAllKinds,
  type EstateAnalysis,
  everyKind,
  type JudgedException,
  kindsRead,
  type PodPlaces,
  podsOfAllKinds,
  type Verdict
} from '../controls/analysis.ts'
import type { Control } from '../controls/control.ts'
import type { Component } from '../estate/components/component.ts'
import { Estate } from '../estate/estate.ts'
import { forgottenPod } from '../estate/known-pod.ts'
import { namedOnly } from '../estate/named-only.ts'
import type { Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import type { PodView } from '../estate/workload.ts'
import type { ExceptionBook, ExceptionUse } from '../exceptions/book.ts'
import type { Locate, Position, SourceUnit, Unread } from '../sources/unit.ts'
import { type AnalysisVerdict, isPass, judgesExceptions, toldVerdict } from './analysis-verdict.ts'
import { toleratedAlong } from './excepted-verdicts.ts'
import type { FailingSets } from './failing-set.ts'
import { FilePlaces, type TextOf } from './file-places.ts'
import type { Finding } from './finding.ts'
import { findingsOf } from './findings.ts'
import type { Implications } from './implied.ts'
import { withoutImpliedVerdicts } from './implied-verdicts.ts'
import { NamespaceLevels } from './namespace-levels.ts'
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
  readonly failures: readonly AnalysisVerdict[]
}

/**
 * The part of a scan that waits for everything to be read: keeps the objects that the selected analyses read, and runs
 * those at the end.
 */
export class EstateScan {
  readonly #analyses: readonly PlannedEstateAnalysis[]
  readonly #needs: ReadonlyMap<string, KindNeeds>
  readonly #readsPods: boolean
  readonly readsComponents: boolean
  readonly #readsAll: boolean
  readonly #estate = new Estate()
  readonly #implications: Implications
  readonly #stricter: Implications
  readonly #sets: FailingSets
  readonly #readsLevels: boolean
  readonly #levels: NamespaceLevels
  readonly #settings: Plan['settings']
  /** How to find places of what was rendered. */
  readonly #locate = new Map<Resource, Locate>()
  readonly #pointers: readonly ((pod: PodPlaces) => Path)[]
  /** Places that were looked up while the text was at hand. */
  readonly #places = new RememberedPlaces()
  #latest: Resource | null = null

  /**
   * @param implications Which controls speak for which in reports.
   * @param stricter Which imply which, whether reports list both or not.
   */
  constructor({ analyses: all, sets, levelOf, settings }: Plan, implications: Implications, stricter: Implications) {
    const analyses = all.filter(judgesEstate)
    this.#analyses = analyses
    this.#implications = implications
    this.#stricter = stricter
    this.#sets = sets
    this.#readsLevels = analyses.some(({ analyse }) => analyse.readsLevels)
    this.#levels = new NamespaceLevels(levelOf)
    this.#settings = settings
    this.#pointers = analyses.flatMap(({ analyse }) => analyse.pointsTo ?? [])
    this.#needs = needsOf(analyses)
    this.#readsPods = this.#needs.has(podsOfAllKinds)
    this.#readsAll = this.#needs.has(everyKind)
    this.readsComponents = this.#needs.has(componentsOfAllKinds)
  }

  /**
   * Keeps what analyses need of an object.
   * @param excepts It has exceptions for itself, which are about this very object.
   * @returns The fields that verdicts on it may point to, from its root: their places have to be remembered now, while the
   * text is at hand.
   */
  add(
    unit: SourceUnit,
    resource: Resource,
    pods: readonly PodView[],
    components: readonly Component[],
    excepts: boolean
  ): readonly Path[] {
    if (this.#readsLevels) this.#levels.add(resource, pods)
    const isWhole = this.#readsAll || this.#isNeeded(resource) || (components.length > 0 && this.readsComponents)
    const isNamed = (pods.length > 0 && this.#readsPods) || this.#needs.get(resource.kind)?.byName === true
    if (!isWhole && !isNamed) return noPaths
    // What was rendered is found in its sources by its object.
    const known = isWhole || excepts || unit.locate !== null ? resource : namedOnly(resource)
    const knownPods = known === resource ? pods : pods.map((pod) => forgottenPod(pod, known))
    this.#estate.addKnown(known, knownPods, components)
    this.#latest = known
    if (unit.live) return noPaths
    if (unit.locate === null) return this.#pointedTo(pods)
    this.#locate.set(known, unit.locate)
    return noPaths
  }

  /** Takes note of where fields of the object stand that was added last. */
  remember(paths: readonly Path[], positions: readonly (Position | null)[]): void {
    if (this.#latest !== null) this.#places.remember(this.#latest, paths, positions)
  }

  /** What several analyses point to is asked for once. */
  #pointedTo(pods: readonly PodView[]): readonly Path[] {
    if (pods.length === 0) return noPaths
    return [...new Set(this.#pointers.flatMap((pointsTo) => pods.map(pointsTo)))]
  }

  #isNeeded(resource: Resource): boolean {
    return this.#needs.get(resource.kind)?.whole?.some((isNeeded) => isNeeded(resource)) === true
  }

  #verdicts(
    planned: PlannedEstateAnalysis,
    exceptions: ExceptionBook,
    judged: (use: ExceptionUse) => JudgedException
  ): Iterable<Verdict> {
    const { analyse } = planned
    const subjects = judgesExceptions(planned) ? exceptions.uses.map(judged) : []
    return analyse.judge(this.#estate, subjects, (namespace) => this.#levels.of(namespace), this.#settings)
  }

  /** @param namespaces The only ones of which objects were asked for; none where all were. */
  addCluster(unread: readonly Unread[], namespaces: readonly string[]): void {
    this.#estate.addCluster(unread, namespaces)
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
    const shown = new Map<Resource, AnalysisVerdict[]>()
    const controls = inOrderOfRunning(this.#analyses)
      .filter((planned) => !this.#isMissing(planned))
      .map((planned) => {
        const objects = new Set<Resource>()
        const found = new Set<Resource>()
        for (const verdict of this.#verdicts(planned, exceptions, judged)) {
          const { resource } = verdict
          if (!isChosen(resource)) continue
          objects.add(resource)
          const known = this.#asFarAsKnown(planned, verdict)
          const passed = isPass(known)
          if (passed && !passes) continue
          const told = toldVerdict(planned, known, exceptions)
          if (!passed) found.add(resource)
          const own = shown.get(resource)
          if (own === undefined) shown.set(resource, [told])
          else own.push(told)
        }
        return { control: planned.control, judged: objects.size, found: found.size }
      })
    const all = new Map([...shown].map(([resource, told]) => [resource, toleratedAlong(told, this.#stricter)]))
    const failures = [...all.values()].flatMap((told) => told.filter(({ verdict }) => !isPass(verdict)))
    return { findings: this.#findings(all, textOf), controls, failures }
  }

  /** Why nothing can be said of the cluster as a whole; null where it can. */
  get partly(): string | null {
    return this.#estate.partly
  }

  /** Without all objects of a kind that it reads, an analysis would take what exists for missing. */
  #isMissing({ analyse }: PlannedEstateAnalysis): boolean {
    return kindsRead(analyse).some((kind) => this.#estate.missing(kind, null) !== null)
  }

  #asFarAsKnown({ analyse }: PlannedEstateAnalysis, verdict: Verdict): Verdict {
    if (!this.#estate.isIncomplete) return verdict
    const { kind, name, namespace } = verdict.resource
    const where = kind === 'Namespace' ? name : namespace
    if (where === null) return verdict
    for (const read of kindsRead(analyse)) {
      const reason = this.#estate.missing(read, where)
      if (reason !== null) return { ...verdict, problem: null, unknown: reason }
    }
    return verdict
  }

  #findings(byResource: ReadonlyMap<Resource, readonly AnalysisVerdict[]>, textOf: TextOf): Finding[] {
    const byFile = new Map<string | null, [Resource, readonly AnalysisVerdict[]][]>()
    for (const [resource, all] of byResource) {
      const kept = withoutImpliedVerdicts(all, this.#implications, this.#sets)
      const { file } = resource.origin
      const own = byFile.get(file)
      if (own === undefined) byFile.set(file, [[resource, kept]])
      else own.push([resource, kept])
    }
    return [...byFile].flatMap(([file, resources]) => {
      const places = new FilePlaces(file, textOf)
      return resources.flatMap(([resource, told]) => {
        const paths = told.map(({ verdict }) => verdict.path)
        const locate = this.#locate.get(resource)
        const known = locate === undefined ? this.#places.of(resource, paths) : null
        const positions = known ?? locate?.(resource, paths) ?? places.of(resource.origin, paths)
        return findingsOf(resource, told, positions)
      })
    })
  }
}

const noPaths: readonly Path[] = Object.freeze([])

type PlannedEstateAnalysis = PlannedAnalysis & { readonly analyse: EstateAnalysis }

function judgesEstate(planned: PlannedAnalysis): planned is PlannedEstateAnalysis {
  return 'judge' in planned.analyse
}

/** Which objects of a kind the analyses need. */
interface KindNeeds {
  /** Those that one of these needs whole. */
  readonly whole: readonly ((resource: Resource) => boolean)[]
  /** All others by their names. */
  readonly byName: boolean
}

const every = (): boolean => true

function needsOf(analyses: readonly PlannedEstateAnalysis[]): Map<string, KindNeeds> {
  const byKind = new Map<string, KindNeeds>()
  for (const { analyse } of analyses) {
    for (const kind of analyse.reads) {
      const { whole, byName } = byKind.get(kind) ?? { whole: [], byName: false }
      if (analyse.byName?.includes(kind)) byKind.set(kind, { whole, byName: true })
      else byKind.set(kind, { whole: [...whole, analyse.needs ?? every], byName })
    }
  }
  return byKind
}

/** What judges exceptions themselves has to know which of them the others needed. */
function inOrderOfRunning(analyses: readonly PlannedEstateAnalysis[]): PlannedEstateAnalysis[] {
  return [...analyses.filter((planned) => !judgesExceptions(planned)), ...analyses.filter(judgesExceptions)]
}
