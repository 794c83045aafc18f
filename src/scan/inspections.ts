import { everyKind, podsOfAllKinds } from '../controls/analysis.ts'
import type { Resource } from '../estate/resource.ts'
import type { PodView } from '../estate/workload.ts'
import type { ExceptionBook } from '../exceptions/book.ts'
import { type AnalysisVerdict, isPass, toldVerdict } from './analysis-verdict.ts'
import { toleratedAlong } from './excepted-verdicts.ts'
import type { Implications } from './implied.ts'
import { withoutImpliedVerdicts } from './implied-verdicts.ts'
import type { Plan, PlannedAnalysis } from './plan.ts'
import type { Tallies } from './tallies.ts'

const none: readonly AnalysisVerdict[] = Object.freeze([])

/**
 * Judges objects one by one, as they are read, by what needs no other object. What it finds is reported with what rules
 * find, so nothing of the object has to be kept or looked up again.
 */
export class Inspections {
  readonly #analyses: readonly PlannedAnalysis[]
  readonly #settings: Plan['settings']
  readonly #sets: Plan['sets']
  readonly #implications: Implications
  readonly #stricter: Implications
  /** Also list what passes. */
  readonly #passes: boolean
  /** Those about a kind that holds no pods, and about one that does. */
  readonly #ofKind = new Map<string, readonly PlannedAnalysis[]>()
  readonly #ofPods = new Map<string, readonly PlannedAnalysis[]>()

  /**
   * @param implications Which controls speak for which in reports.
   * @param stricter Which imply which, whether reports list both or not.
   */
  constructor({ analyses, settings, sets }: Plan, implications: Implications, stricter: Implications, passes: boolean) {
    this.#analyses = analyses.filter(({ analyse }) => 'inspect' in analyse)
    this.#settings = settings
    this.#sets = sets
    this.#implications = implications
    this.#stricter = stricter
    this.#passes = passes
  }

  /** The verdicts on an object that reports list; all of them are counted. */
  inspect(
    resource: Resource,
    pods: readonly PodView[],
    exceptions: ExceptionBook,
    tallies: Tallies
  ): readonly AnalysisVerdict[] {
    let told: AnalysisVerdict[] | undefined
    for (const planned of this.#about(resource.kind, pods.length > 0)) {
      const { analyse, control } = planned
      if (!('inspect' in analyse) || (analyse.filesOnly === true && resource.origin.file === null)) continue
      let judged = 0
      let found = 0
      for (const verdict of analyse.inspect(resource, pods, this.#settings)) {
        judged = 1
        const passed = isPass(verdict)
        if (!passed) found = 1
        else if (!this.#passes) continue
        told ??= []
        told.push(toldVerdict(planned, verdict, exceptions))
      }
      if (judged > 0) tallies.analysed(control, judged, found)
    }
    if (told === undefined) return none
    const all = toleratedAlong(told, this.#stricter)
    tallies.verdicts(all)
    return withoutImpliedVerdicts(all, this.#implications, this.#sets)
  }

  #about(kind: string, holdsPods: boolean): readonly PlannedAnalysis[] {
    const known = holdsPods ? this.#ofPods : this.#ofKind
    let about = known.get(kind)
    if (about === undefined) {
      about = this.#analyses.filter(
        ({ analyse: { reads } }) =>
          reads.includes(kind) || reads.includes(everyKind) || (holdsPods && reads.includes(podsOfAllKinds))
      )
      known.set(kind, about)
    }
    return about
  }
}
