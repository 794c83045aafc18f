import { everyKind, podsOfAllKinds, type Settings, type Verdict } from '../controls/analysis.ts'
import type { Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import type { PodView } from '../estate/workload.ts'
import type { PlannedAnalysis } from './plan.ts'

const none: readonly Verdict[] = Object.freeze([])
const noPaths: readonly Path[] = Object.freeze([])
const forgotten = Object.freeze({})

/** Judges objects one by one, as they are read, by what needs no other object. */
export class Inspections {
  readonly #analyses: readonly PlannedAnalysis[]
  readonly #settings: Settings
  /** Those about a kind that holds no pods, and about one that does. */
  readonly #ofKind = new Map<string, readonly PlannedAnalysis[]>()
  readonly #ofPods = new Map<string, readonly PlannedAnalysis[]>()
  readonly #verdicts = new Map<PlannedAnalysis, Verdict[]>()

  constructor(analyses: readonly PlannedAnalysis[], settings: Settings) {
    this.#analyses = analyses.filter(({ analyse }) => 'inspect' in analyse)
    this.#settings = settings
  }

  /**
   * Of an object that passes nothing stays but its name.
   * @param kept The object stays in memory anyway.
   * @returns The fields at which something was found, from the object's root.
   */
  inspect(resource: Resource, pods: readonly PodView[], kept: boolean): readonly Path[] {
    let found: Path[] | undefined
    let named: Resource | undefined
    for (const planned of this.#about(resource.kind, pods.length > 0)) {
      const { analyse } = planned
      if (!('inspect' in analyse) || (analyse.filesOnly === true && resource.origin.file === null)) continue
      for (const verdict of analyse.inspect(resource, pods, this.#settings)) {
        const passed = verdict.problem === null && verdict.unknown === null
        if (!passed) {
          found ??= []
          found.push(verdict.path)
        }
        if (passed && !kept) named ??= { ...resource, object: forgotten }
        const own = named !== undefined && passed ? { ...verdict, resource: named } : verdict
        const all = this.#verdicts.get(planned)
        if (all === undefined) this.#verdicts.set(planned, [own])
        else all.push(own)
      }
    }
    return found ?? noPaths
  }

  /** What an analysis said of all objects. */
  verdictsOf(planned: PlannedAnalysis): readonly Verdict[] {
    return this.#verdicts.get(planned) ?? none
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
