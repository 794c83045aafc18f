import type { Fix, RepairName } from '../controls/control.ts'
import { writtenByFabric } from '../rtf/fabric/written-by-fabric.ts'
import type { Change } from '../yaml/edit/change.ts'
import type { Knowledge } from './knowledge.ts'
import type { Proposal } from './repair.ts'
import { addedCapabilityRepair, capabilitiesRepair, netRawRepair } from './repairs/capabilities.ts'
import { settingRepair } from './repairs/component-setting.ts'
import { readOnlyRootRepair } from './repairs/folders/read-only-root.ts'
import { nodePortRepair } from './repairs/node-port.ts'
import { resourcesRepair } from './repairs/resources.ts'
import { tokenRepair } from './repairs/token.ts'
import { groupRepair, userRepair } from './repairs/user/user.ts'
import type { Subject } from './subject.ts'

/** What a repair may look at besides its own finding. */
export interface RepairContext {
  readonly knowledge: Knowledge
  /** All findings of the object that are to be repaired, this one among them. */
  readonly peers: readonly Subject[]
}

/** A repair that needs to know more than a field and a value: the changes, or why there are none. */
export type NamedRepair = (subject: Subject, fix: Fix, context: RepairContext) => Proposal

const named: Readonly<Record<RepairName, NamedRepair>> = {
  'added-capability': addedCapabilityRepair,
  capabilities: capabilitiesRepair,
  group: groupRepair,
  'net-raw': netRawRepair,
  'node-port': nodePortRepair,
  'read-only-root': readOnlyRootRepair,
  resources: resourcesRepair,
  token: tokenRepair,
  user: userRepair
}

/** What the fix of a finding's control comes to at its object, at the grade that it has at most. */
export function propose(subject: Subject, context: RepairContext): Proposal {
  const { fix, remedy } = subject.control
  const elsewhere = writtenByFabric(subject.resource)
  if (elsewhere !== null) return { kind: 'rendered', reason: elsewhere }
  if (fix === undefined) return { kind: 'no-fix', reason: remedy }
  if ('repair' in fix) return named[fix.repair](subject, fix, context)
  if ('setting' in fix) return settingRepair(subject, fix, fix.setting)
  const { grade, argument } = fix
  return { grade, argument, changes: [plainChange(subject, fix)] }
}

type PlainFix = Exclude<Fix, { readonly repair: RepairName } | { readonly setting: unknown }>

function plainChange({ field, pod, rule }: Subject, fix: PlainFix): Change {
  if ('remove' in fix) return { path: field, remove: true }
  const { set, onPod } = fix
  const isContainers = rule?.each === 'container'
  if (onPod === undefined || pod === null || !isContainers) return { path: field, set }
  return { path: [...pod.specPath, ...onPod.split('.')], set }
}
