import type { Fix, RepairName } from '../controls/control.ts'
import type { Change } from '../yaml/edit/change.ts'
import type { Proposal } from './repair.ts'
import { nodePortRepair } from './repairs/node-port.ts'
import type { Subject } from './subject.ts'

/** A repair that needs to know more than a field and a value: the changes, or why there are none. */
export type NamedRepair = (subject: Subject, fix: Fix) => Proposal

const named: Readonly<Record<RepairName, NamedRepair>> = {
  'node-port': nodePortRepair
}

/** What the fix of a finding's control comes to at its object, at the grade that it has at most. */
export function propose(subject: Subject): Proposal {
  const { fix, remedy } = subject.control
  if (fix === undefined) return { kind: 'no-fix', reason: remedy }
  if ('repair' in fix) return named[fix.repair](subject, fix)
  const { grade, argument } = fix
  return { grade, argument, changes: [plainChange(subject, fix)] }
}

function plainChange({ field, pod, rule }: Subject, fix: Exclude<Fix, { repair: RepairName }>): Change {
  if ('remove' in fix) return { path: field, remove: true }
  const { set, onPod } = fix
  const isContainers = rule?.each === 'container'
  if (onPod === undefined || pod === null || !isContainers) return { path: field, set }
  return { path: [...pod.specPath, ...onPod.split('.')], set }
}
