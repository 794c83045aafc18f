import type { Control } from '../../controls/control.ts'
import type { PodView } from '../../estate/workload.ts'
import type { Evaluator } from '../../scan/evaluate.ts'
import type { Plan } from '../../scan/plan.ts'

/** What pods show of one control. */
export interface PodVerdict {
  readonly status: 'pass' | 'fail' | 'unknown'
  /** The containers at which it fails, by name; empty where the pod as a whole is meant. */
  readonly containers: readonly string[]
}

const passed: PodVerdict = { status: 'pass', containers: [] }

/** What pods show of each control about pods. A control fails where one of the pods fails it. */
export function podVerdicts(
  plan: Plan,
  evaluator: Evaluator,
  pods: readonly PodView[]
): ReadonlyMap<Control, PodVerdict> {
  const verdicts = new Map<Control, PodVerdict>([...plan.podControls].map((control) => [control, passed]))
  const byResource = Map.groupBy(pods, ({ resource }) => resource)
  for (const [resource, views] of byResource) {
    for (const { planned, item, unknown } of evaluator.evaluate(resource, views)) {
      const { control } = planned
      const known = verdicts.get(control)
      // Rules on the object itself, such as a Deployment's, say nothing of its pods.
      if (known === undefined) continue
      const name = item.container?.name ?? null
      const containers = name === null ? known.containers : [...new Set([...known.containers, name])]
      const status = unknown === null || known.status === 'fail' ? 'fail' : 'unknown'
      verdicts.set(control, { status, containers })
    }
  }
  return verdicts
}
