import type { Control } from '../controls/control.ts'
import { type AnalysisVerdict, isPass } from './analysis-verdict.ts'
import type { Failure } from './failure.ts'
import type { Finding } from './finding.ts'
import type { StatusCounts } from './summary.ts'

/**
 * What became of one selected control. As in the summary, `pass` and `notApplicable` count objects, the others findings:
 * those too that are not reported, since a stricter control says them.
 */
export interface ControlTally extends Readonly<StatusCounts> {
  readonly control: string
  /** Why verdicts are unknown, each reason once. */
  readonly reasons: readonly string[]
}

interface Counts extends Omit<StatusCounts, 'pass' | 'notApplicable'> {
  /** Objects with a finding. */
  found: number
  /** Objects that an analysis was about. */
  analysed: number
  readonly reasons: Set<string>
}

/** Counts verdicts by control. */
export class Tallies {
  readonly #controls: readonly Control[]
  readonly #counts: ReadonlyMap<string, Counts>
  /** How many objects each set of controls was about. The sets are few, and shared by many objects. */
  readonly #judged = new Map<ReadonlySet<Control>, number>()
  #objects = 0

  constructor(controls: readonly Control[]) {
    this.#controls = controls
    this.#counts = new Map(controls.map(({ id }) => [id, newCounts()]))
  }

  /** Counts one object more. */
  object(): void {
    this.#objects++
  }

  /**
   * Counts one object as judged.
   * @param controls What it was judged by.
   * @param found The controls among them that it does not pass.
   */
  judged(controls: ReadonlySet<Control>, found: Iterable<Control>): void {
    this.#judged.set(controls, (this.#judged.get(controls) ?? 0) + 1)
    for (const { id } of found) this.#of(id).found++
  }

  /** Counts what rules say of one object. */
  failures(open: readonly Failure[], excepted: Iterable<Failure>): void {
    for (const { planned, unknown } of open)
      this.#count(planned.control.id, unknown === null ? 'fail' : 'unknown', unknown)
    for (const { planned } of excepted) this.#count(planned.control.id, 'excepted', null)
  }

  /**
   * Counts the objects that an analysis was about.
   * @param found Those among them that it does not pass.
   */
  analysed({ id }: Control, judged: number, found: number): void {
    const counts = this.#of(id)
    counts.analysed += judged
    counts.found += found
  }

  /** Counts what analyses find. What passes is no finding. */
  verdicts(told: readonly AnalysisVerdict[]): void {
    for (const { planned, verdict, exception } of told) {
      if (isPass(verdict)) continue
      const status = exception !== null ? 'excepted' : verdict.unknown !== null ? 'unknown' : 'fail'
      this.#count(planned.control.id, status, exception === null ? verdict.unknown : null)
    }
  }

  /** Counts what could not be judged, since the cluster did not give the objects. */
  unread({ control, reason }: Pick<Finding, 'control' | 'reason'>): void {
    this.#count(control, 'unknown', reason)
  }

  #count(control: string, status: 'fail' | 'unknown' | 'excepted', reason: string | null): void {
    const counts = this.#of(control)
    counts[status]++
    if (reason !== null) counts.reasons.add(reason)
  }

  /** One for each control, in the order of the plan. */
  list(): ControlTally[] {
    const judged = new Map<Control, number>()
    for (const [controls, objects] of this.#judged) {
      for (const control of controls) judged.set(control, (judged.get(control) ?? 0) + objects)
    }
    return this.#controls.map((control) => {
      const { found, analysed, fail, unknown, excepted, reasons } = this.#of(control.id)
      const objects = (judged.get(control) ?? 0) + analysed
      const pass = objects - found
      return {
        control: control.id,
        pass,
        fail,
        unknown,
        excepted,
        notApplicable: this.#objects - objects,
        reasons: [...reasons]
      }
    })
  }

  #of(id: string): Counts {
    const counts = this.#counts.get(id)
    if (counts === undefined) throw new Error(`${id} is not counted`)
    return counts
  }
}

function newCounts(): Counts {
  return { found: 0, analysed: 0, fail: 0, unknown: 0, excepted: 0, reasons: new Set() }
}
