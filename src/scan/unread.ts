import { everyKind, kindsRead } from '../controls/analysis.ts'
import type { Control } from '../controls/control.ts'
import { isSystemNamespace } from '../estate/components/mounted-configuration.ts'
import { workloadKindNames } from '../estate/workload-kinds.ts'
import type { Unread } from '../sources/unit.ts'
import type { FailingSet } from './failing-set.ts'
import type { Finding } from './finding.ts'
import { unreadFinding } from './findings.ts'
import type { Plan, PlannedRule } from './plan.ts'

/**
 * For each control that needs objects which a cluster did not give, a verdict that is unknown: nobody may take it for a
 * pass.
 */
export function unreadFindings(plan: Plan, unread: Unread): Finding[] {
  const affected = new Map<Control, FailingSet>()
  for (const { control, analyse, fails } of plan.analyses) {
    if ('inspect' in analyse && analyse.filesOnly === true) continue
    const reads = kindsRead(analyse)
    if (reads.includes(unread.kind) || reads.includes(everyKind)) affected.set(control, fails)
  }
  const rules = [...(plan.resources.get(unread.kind)?.rules ?? []), ...rulesOnPods(plan, unread)]
  for (const { control, variants } of rules) {
    for (const { fails } of variants) affected.set(control, plan.sets.union(affected.get(control) ?? null, fails))
  }
  return [...affected].map(([control, fails]) => unreadFinding(control, fails, unread))
}

/** What live kubelets tell about themselves. */
const kubeletConfiguration = 'KubeletConfiguration'

/** A control plane's own pods are the ones that say how it is configured. */
function rulesOnPods({ pods, components }: Plan, { kind, namespace }: Unread): readonly PlannedRule[] {
  if (kind === kubeletConfiguration) return components.get('kubelet')?.rules ?? []
  // What kube-proxy is told stands in a ConfigMap beside it.
  if (kind === 'ConfigMap') return isSystemNamespace(namespace) ? (components.get('kube-proxy')?.rules ?? []) : []
  if (!workloadKindNames.includes(kind)) return []
  const onComponents = kind === 'Pod' ? [...components.values()].flatMap(({ rules }) => rules) : []
  return [...Object.values(pods).flat(), ...onComponents]
}
