import type { Control, FixGrade } from '../../controls/control.ts'
import type { Resource } from '../../estate/resource.ts'
import type { Finding } from '../../scan/finding.ts'
import type { Implications } from '../../scan/implied.ts'
import type { JudgedObject, ObjectJudge } from '../../scan/object-judge.ts'
import type { Change } from '../../yaml/edit/change.ts'
import type { Conditions } from '../condition.ts'
import { isWithin } from '../grade.ts'
import type { Knowledge } from '../knowledge.ts'
import { propose } from '../propose.ts'
import type { LeftOut, Repair } from '../repair.ts'
import { isWithinPath } from './path-relation.ts'
import { type Dropped, type Settled, settle } from './settle.ts'
import { type Task, tasksOf } from './tasks.ts'
import { type Trial, Trials } from './trial.ts'

/** What plans are made with. */
export interface PlannerParts {
  readonly judge: ObjectJudge
  readonly conditions: Conditions
  readonly implications: Implications
  readonly controlOf: (id: string) => Control | undefined
  readonly knowledge: Knowledge
}

/** One object and what was found in it. */
export interface PlanRequest {
  readonly resource: Resource
  /** The resources of the same file, itself among them. */
  readonly beside: readonly Resource[]
  readonly findings: readonly Finding[]
  /** Fingerprints of findings that an exception covers. */
  readonly tolerated: ReadonlySet<string>
  /** Repairs that are not wanted, by the fingerprint of their finding, and why. */
  readonly without: ReadonlyMap<string, Dropped>
}

/** A finding that goes away, and what the repair that does it may cost. */
export interface Fixed {
  readonly finding: Finding
  readonly grade: FixGrade
  readonly argument: string
  /** From the object's root; empty where it goes away with what others change. */
  readonly changes: readonly Change[]
}

/** What is done to one object. */
export interface ObjectPlan {
  readonly resource: Resource
  readonly repairs: readonly Repair[]
  /** From the object's root, as it is written. */
  readonly changes: readonly Change[]
  readonly fixed: readonly Fixed[]
  readonly left: readonly LeftOut[]
}

/** Joins the repairs of an object into one set that the API server accepts. */
export class ObjectPlanner {
  readonly #parts: PlannerParts

  constructor(parts: PlannerParts) {
    this.#parts = parts
  }

  /**
   * Fingerprints of what rules find in an object.
   * @param beside The resources of the same file, itself among them.
   */
  failing(resource: Resource, beside: readonly Resource[]): Iterable<string> {
    return this.#parts.judge.judge(resource, beside).failures.keys()
  }

  plan(request: PlanRequest): ObjectPlan {
    const { resource, beside, findings, tolerated, without } = request
    const { judge, implications, controlOf, knowledge } = this.#parts
    const { ceiling } = knowledge
    const before = judge.judge(resource, beside)
    const tasks = tasksOf(resource, before, findings, { tolerated, without }, implications, controlOf)
    const context = { knowledge, peers: tasks.map(({ subject }) => subject) }
    const dropped = new Map<Task, Dropped & { readonly grade: FixGrade | null }>()
    const repairs = new Map<Task, Repair>()
    for (const task of tasks) {
      const { finding, control } = task.subject
      const grade = control.fix?.grade ?? null
      const unwanted = without.get(finding.fingerprint)
      const proposal = unwanted ?? propose(task.subject, context)
      if ('kind' in proposal) dropped.set(task, { ...proposal, grade })
      else repairs.set(task, this.#graded({ finding, ...proposal }, task, before))
    }
    const trials = new Trials(judge, resource, beside)
    const wanted = new Map([...repairs].filter(([, { grade }]) => isWithin(grade, ceiling)))
    const settleWanted = (): Settled => settleReported(wanted, repairs, before, trials)
    let settled = settleWanted()
    // A repair may make another one safe.
    for (let more = this.#madeSafe(repairs, wanted, settled.trial); more.length > 0; ) {
      for (const [task, repair] of more) wanted.set(task, repair)
      settled = settleWanted()
      more = this.#madeSafe(repairs, wanted, settled.trial)
    }
    const { trial } = settled
    const active = new Set(trial.repairs)
    const fixed: Fixed[] = []
    const left: LeftOut[] = []
    for (const task of tasks) {
      const { finding } = task.subject
      const repair = wanted.get(task)
      if (repair !== undefined && active.has(repair)) {
        const { grade, argument, changes } = repair
        if (task.isReported) fixed.push({ finding, grade, argument, changes })
        continue
      }
      if (before.failures.has(finding.fingerprint) && !trial.judged.failures.has(finding.fingerprint)) {
        if (task.isReported) fixed.push({ finding, ...sideEffectOf(trial) })
        continue
      }
      const why = dropped.get(task) ?? settledReason(repair, settled.dropped) ?? beyond(repairs.get(task))
      if (!isHidden(task, trial)) left.push({ finding, ...why })
    }
    return { resource, repairs: trial.repairs, changes: trial.changes, fixed, left }
  }

  #graded(repair: Repair, { subject }: Task, { views, failures }: JudgedObject): Repair {
    if (repair.grade === 'safe') return repair
    const { control, finding, rule, container } = subject
    const failure = failures.get(finding.fingerprint)
    const path = failure?.item.path ?? subject.field
    const pod = views.find(({ specPath, metaPath }) => isWithinPath(path, specPath) || isWithinPath(path, metaPath))
    if (pod === undefined) return repair
    const seen = { rule, self: failure?.item.self ?? pod.spec, pod, container: failure?.item.container ?? container }
    const argument = this.#parts.conditions.safety(control, seen)
    return argument === null ? repair : { ...repair, grade: 'safe', argument }
  }

  #madeSafe(repairs: ReadonlyMap<Task, Repair>, wanted: ReadonlyMap<Task, Repair>, trial: Trial): [Task, Repair][] {
    if (trial.repairs.length === 0) return []
    const found: [Task, Repair][] = []
    for (const [task, repair] of repairs) {
      if (wanted.has(task) || !trial.judged.failures.has(repair.finding.fingerprint)) continue
      const graded = this.#graded(repair, task, trial.judged)
      if (isWithin(graded.grade, this.#parts.knowledge.ceiling)) found.push([task, graded])
    }
    return found
  }
}

/** As `settle`, without repairs for which nobody would be told a reason: all that speaks for them stays as it is. */
function settleReported(
  wanted: Map<Task, Repair>,
  repairs: Map<Task, Repair>,
  before: JudgedObject,
  trials: Trials
): Settled {
  for (;;) {
    const settled = settle([...wanted.values()], before, trials)
    const { trial } = settled
    const idle = [...wanted].filter(([task, repair]) => isHidden(task, trial) && trial.repairs.includes(repair))
    if (idle.length === 0) return settled
    for (const [task] of idle) {
      wanted.delete(task)
      repairs.delete(task)
    }
  }
}

/** Whether a report leaves the finding out, before and after. */
function isHidden({ isReported, speakers }: Task, { judged }: Trial): boolean {
  return !isReported && speakers.every((speaker) => judged.failures.has(speaker))
}

type Why = Omit<LeftOut, 'finding'>

function settledReason(repair: Repair | undefined, dropped: ReadonlyMap<Repair, Dropped>): Why | null {
  const why = repair === undefined ? undefined : dropped.get(repair)
  return repair === undefined || why === undefined ? null : { ...why, grade: repair.grade }
}

function beyond(repair: Repair | undefined): Why {
  if (repair === undefined) return { kind: 'no-fix', reason: 'nothing repairs it', grade: null }
  const { grade, argument } = repair
  return { kind: 'grade', reason: `needs --grade ${grade}: ${argument}`, grade }
}

/** What nothing repaired by itself went away with the rest. */
function sideEffectOf({ repairs: [first] }: Trial): Omit<Fixed, 'finding'> {
  if (first === undefined) throw new Error('a finding went away and nothing was changed')
  return { grade: first.grade, argument: first.argument, changes: [] }
}
