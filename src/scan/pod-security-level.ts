import type { PodSecurityLevel } from '../controls/analysis.ts'
import { type SelectedFramework, selectFrameworks } from '../controls/frameworks/select-frameworks.ts'
import { formatMinor } from '../controls/kubernetes-version.ts'
import type { Resource } from '../estate/resource.ts'
import type { PodView } from '../estate/workload.ts'
import { Evaluator } from './evaluate.ts'
import type { Plan } from './plan.ts'

/**
 * Tells which level of Pod Security the pods of an object are fit for.
 * @param planBy Makes a plan of all controls; asked once, and only where somebody wants to know a level.
 * @param minor The Kubernetes minor version of the checks.
 */
export function podSecurityLevel(
  planBy: (frameworks: readonly SelectedFramework[]) => Plan,
  minor: number
): (resource: Resource, pods: readonly PodView[]) => PodSecurityLevel {
  let evaluator: Evaluator | undefined
  const { selected } = selectFrameworks(['pss-baseline', 'pss-restricted'], formatMinor(minor))
  const [baseline, restricted] = selected.map(({ label }) => label)
  return (resource, pods) => {
    evaluator ??= new Evaluator(planBy(selected))
    const failed = new Set(evaluator.evaluate(resource, pods).flatMap(({ fails }) => fails.frameworks))
    if (baseline === undefined || failed.has(baseline)) return 'privileged'
    return restricted === undefined || failed.has(restricted) ? 'baseline' : 'restricted'
  }
}
