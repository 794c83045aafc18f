import { type JudgedException, kindsRead, podsOfAllKinds, type Settings, type Verdict } from '../controls/analysis.ts'
import type { Control } from '../controls/control.ts'
import { Estate } from '../estate/estate.ts'
import type { Resource } from '../estate/resource.ts'
import type { PodView } from '../estate/workload.ts'
import type { ExceptionBook, ExceptionUse } from '../exceptions/book.ts'
import { exceptionKind } from '../exceptions/granted.ts'
import type { Locate, SourceUnit, Unread } from '../sources/unit.ts'
import { applied } from './excepted.ts'
import { FilePlaces, type TextOf } from './file-places.ts'
import type { AppliedException, Finding } from './finding.ts'
import { verdictFinding } from './findings.ts'
import { Fingerprints } from './identity.ts'
import type { PlannedAnalysis } from './plan.ts'

/** What the analyses say of one object. */
export interface JudgedResource {
  readonly resource: Resource
  readonly controls: ReadonlySet<Control>
  readonly failed: ReadonlySet<Control>
}

interface LateVerdict {
  readonly planned: PlannedAnalysis
  readonly verdict: Verdict
  readonly exception: AppliedException | null
}

const forgotten = Object.freeze({})

/**
 * The part of a scan that waits for everything to be read: keeps the objects that the selected analyses read, and runs
 * those at the end.
 */
export class EstateScan {
  readonly #analyses: readonly PlannedAnalysis[]
  readonly #kinds: ReadonlySet<string>
  readonly #readsPods: boolean
  readonly #estate = new Estate()
  readonly #settings: Settings
  /** What was judged as soon as it was read. */
  readonly #early = new Map<PlannedAnalysis, Verdict[]>()
  /** How to find places of what was rendered. */
  readonly #locate = new Map<Resource, Locate>()

  constructor(analyses: readonly PlannedAnalysis[], settings: Settings) {
    this.#analyses = analyses
    this.#settings = settings
    this.#kinds = new Set(analyses.flatMap(({ analyse }) => ('inspect' in analyse ? [] : analyse.reads)))
    this.#readsPods = this.#kinds.has(podsOfAllKinds)
  }

  add(unit: SourceUnit, resource: Resource, pods: readonly PodView[]): void {
    const kept = this.#kinds.has(resource.kind) || (pods.length > 0 && this.#readsPods)
    if (kept) this.#estate.add(resource, pods)
    const found = this.#inspect(resource, pods, kept)
    if (unit.locate !== null && (kept || found)) this.#locate.set(resource, unit.locate)
  }

  /**
   * Judges one object by what needs no other. What passes is forgotten but for its name.
   * @returns Whether anything was found.
   */
  #inspect(resource: Resource, pods: readonly PodView[], kept: boolean): boolean {
    let found = false
    let named: Resource | undefined
    for (const planned of this.#analyses) {
      const { analyse } = planned
      if (!('inspect' in analyse)) continue
      if (!analyse.reads.includes(resource.kind) && (pods.length === 0 || !analyse.reads.includes(podsOfAllKinds)))
        continue
      for (const verdict of analyse.inspect(resource, pods, this.#settings)) {
        const passed = verdict.problem === null && verdict.unknown === null
        found ||= !passed
        if (passed && !kept) named ??= { ...resource, object: forgotten }
        const early = this.#early.get(planned)
        const own = named !== undefined && passed ? { ...verdict, resource: named } : verdict
        if (early === undefined) this.#early.set(planned, [own])
        else early.push(own)
      }
    }
    return found
  }

  #verdicts(
    planned: PlannedAnalysis,
    exceptions: ExceptionBook,
    judged: (use: ExceptionUse) => JudgedException
  ): Iterable<Verdict> {
    const { analyse } = planned
    if ('inspect' in analyse) return this.#early.get(planned) ?? []
    return analyse.judge(this.#estate, exceptions.uses.map(judged))
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
   * @returns Findings in no particular order, and what was judged by what.
   */
  finish(
    isChosen: (resource: Resource) => boolean,
    exceptions: ExceptionBook,
    judged: (use: ExceptionUse) => JudgedException,
    passes: boolean,
    textOf: TextOf
  ): { findings: Finding[]; judged: JudgedResource[] } {
    const byResource = new Map<Resource, LateVerdict[]>()
    for (const planned of inOrderOfRunning(this.#analyses)) {
      if (this.#isMissing(planned)) continue
      for (const verdict of this.#verdicts(planned, exceptions, judged)) {
        if (!isChosen(verdict.resource)) continue
        const late = this.#lateVerdict(planned, verdict, exceptions)
        const own = byResource.get(verdict.resource)
        if (own === undefined) byResource.set(verdict.resource, [late])
        else own.push(late)
      }
    }
    const resources = [...byResource].map(([resource, all]) => judgedResource(resource, all))
    return { findings: this.#findings(byResource, passes, textOf), judged: resources }
  }

  #lateVerdict(planned: PlannedAnalysis, asJudged: Verdict, exceptions: ExceptionBook): LateVerdict {
    const verdict = this.#asFarAsKnown(planned, asJudged)
    const passed = verdict.problem === null && verdict.unknown === null
    // Nobody is excepted from keeping exceptions in order.
    if (passed || judgesExceptions(planned)) return { planned, verdict, exception: null }
    const covering = exceptions.covering(planned.control.id, verdict.resource, verdict.container?.name ?? null)
    return { planned, verdict, exception: covering === null ? null : applied(covering) }
  }

  /** Without all objects of a kind that it reads, an analysis would take what exists for missing. */
  #isMissing({ analyse }: PlannedAnalysis): boolean {
    return kindsRead(analyse).some((kind) => this.#estate.missing(kind, null) !== null)
  }

  #asFarAsKnown({ analyse }: PlannedAnalysis, verdict: Verdict): Verdict {
    const { kind, name, namespace } = verdict.resource
    const where = kind === 'Namespace' ? name : namespace
    if (where === null) return verdict
    for (const read of kindsRead(analyse)) {
      const reason = this.#estate.missing(read, where)
      if (reason !== null) return { ...verdict, problem: null, unknown: reason }
    }
    return verdict
  }

  #findings(byResource: ReadonlyMap<Resource, readonly LateVerdict[]>, passes: boolean, textOf: TextOf): Finding[] {
    const shown = new Map<string | null, [Resource, LateVerdict[]][]>()
    for (const [resource, all] of byResource) {
      const kept = all.filter(({ verdict }) => passes || verdict.problem !== null || verdict.unknown !== null)
      if (kept.length === 0) continue
      const { file } = resource.origin
      const own = shown.get(file)
      if (own === undefined) shown.set(file, [[resource, kept]])
      else own.push([resource, kept])
    }
    return [...shown].flatMap(([file, resources]) => {
      const places = new FilePlaces(file, textOf)
      return resources.flatMap(([resource, late]) => {
        const fingerprints = new Fingerprints(resource)
        const paths = late.map(({ verdict }) => verdict.path)
        const positions = this.#locate.get(resource)?.(resource, paths) ?? places.of(resource.origin, paths)
        return late.map(({ planned, verdict, exception }, index) =>
          verdictFinding(planned, verdict, positions[index] ?? null, fingerprints, exception)
        )
      })
    })
  }
}

/** What judges exceptions themselves has to know which of them the others needed. */
function inOrderOfRunning(analyses: readonly PlannedAnalysis[]): PlannedAnalysis[] {
  return [...analyses.filter((planned) => !judgesExceptions(planned)), ...analyses.filter(judgesExceptions)]
}

function judgesExceptions({ analyse }: PlannedAnalysis): boolean {
  return analyse.reads.includes(exceptionKind)
}

function judgedResource(resource: Resource, all: readonly LateVerdict[]): JudgedResource {
  const failed = all.filter(({ verdict }) => verdict.problem !== null || verdict.unknown !== null)
  return {
    resource,
    controls: new Set(all.map(({ planned }) => planned.control)),
    failed: new Set(failed.map(({ planned }) => planned.control))
  }
}
