import { severities } from '../../controls/control.ts'
import type { Failure } from '../../scan/failure.ts'
import type { JudgedObject } from '../../scan/object-judge.ts'
import { compareGrades } from '../grade.ts'
import { type Refusal, refusalsOf } from '../refusals/refusals.ts'
import type { LeftOutKind, Repair } from '../repair.ts'
import type { Clash } from './join.ts'
import { overlap } from './path-relation.ts'
import type { Trial, Trials } from './trial.ts'

/** Why a repair is not part of the plan. */
export interface Dropped {
  readonly kind: LeftOutKind
  readonly reason: string
}

/** The repairs of an object that go together, and why the others do not. */
export interface Settled {
  readonly trial: Trial
  readonly dropped: ReadonlyMap<Repair, Dropped>
}

/**
 * Takes away repairs until the rest goes together: no two want different things of one field, the API server accepts what
 * it accepted, nothing graver is found than what is repaired, and each repair does what it is for.
 */
export function settle(wanted: readonly Repair[], before: JudgedObject, trials: Trials): Settled {
  const dropped = new Map<Repair, Dropped>()
  let active = wanted.toSorted(inOrder)
  for (;;) {
    const trial = trials.of(active)
    const [culprit, why] = 'field' in trial ? loser(trial, trials) : (fault(trial, before, trials) ?? [null, null])
    if (culprit === null) return { trial: trial as Trial, dropped }
    dropped.set(culprit, why)
    active = active.filter((repair) => repair !== culprit)
  }
}

type Culprit = readonly [Repair, Dropped]

/** What costs less comes first, of these what is graver. */
function inOrder(a: Repair, b: Repair): number {
  return (
    compareGrades(a.grade, b.grade) ||
    severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity) ||
    (a.finding.control < b.finding.control ? -1 : a.finding.control > b.finding.control ? 1 : 0)
  )
}

/** Of two that clash, the stricter one stays: with it alone, neither finding is left. */
function loser({ first, second, field }: Clash, trials: Trials): Culprit {
  const doesBoth = (repair: Repair): boolean => {
    const alone = trials.of([repair])
    return !('field' in alone) && [first, second].every(({ finding }) => isRepaired(finding.fingerprint, alone))
  }
  const because = (winner: Repair): Dropped => ({
    kind: 'conflict',
    reason: `the fix of ${winner.finding.control} changes ${field} to something else`
  })
  return !doesBoth(first) && doesBoth(second) ? [first, because(second)] : [second, because(first)]
}

function isRepaired(fingerprint: string, { judged }: Trial): boolean {
  return !judged.failures.has(fingerprint)
}

function fault(trial: Trial, before: JudgedObject, trials: Trials): Culprit | null {
  return refused(trial, before) ?? worse(trial, before, trials) ?? withoutEffect(trial)
}

function refused({ repairs, judged }: Trial, before: JudgedObject): Culprit | null {
  const refusals = refusalsOf(judged.views)
  if (refusals.length === 0) return null
  const known = new Set(refusalsOf(before.views).map(keyOf))
  for (const refusal of refusals) {
    if (known.has(keyOf(refusal))) continue
    const culprit = repairs.findLast(({ changes }) =>
      changes.some(({ path }) => refusal.fields.some((field) => overlap(field, path)))
    )
    if (culprit !== undefined) return [culprit, { kind: 'refused', reason: refusal.reason }]
  }
  return null
}

function keyOf({ fields, reason }: Refusal): string {
  return JSON.stringify([fields, reason])
}

/** A finding that was not there and is graver than the one whose repair brings it. */
function worse({ repairs, judged }: Trial, before: JudgedObject, trials: Trials): Culprit | null {
  for (const [fingerprint, failure] of judged.failures) {
    if (before.failures.has(fingerprint) || failure.unknown !== null) continue
    const culprit = repairs.findLast(
      (repair) => isGraver(failure, repair) && !isThereWithout(repair, fingerprint, repairs, trials)
    )
    if (culprit === undefined) continue
    const reason = `it would bring a graver finding, ${failure.planned.control.id}`
    return [culprit, { kind: 'worse', reason }]
  }
  return null
}

function isGraver({ planned }: Failure, { finding }: Repair): boolean {
  return severities.indexOf(planned.control.severity) < severities.indexOf(finding.severity)
}

function isThereWithout(repair: Repair, fingerprint: string, repairs: readonly Repair[], trials: Trials): boolean {
  const trial = trials.of(repairs.filter((other) => other !== repair))
  return !('field' in trial) && trial.judged.failures.has(fingerprint)
}

function withoutEffect({ repairs, judged }: Trial): Culprit | null {
  const culprit = repairs.findLast(({ finding }) => judged.failures.has(finding.fingerprint))
  return culprit === undefined
    ? null
    : [culprit, { kind: 'no-fix', reason: 'its fix alone is not enough here; change it by hand' }]
}
