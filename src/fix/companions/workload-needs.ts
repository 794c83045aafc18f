import type { Estate } from '../../estate/estate.ts'
import type { Resource } from '../../estate/resource.ts'
import type { PodView } from '../../estate/workload.ts'
import type { Needs } from './amount.ts'
import type { ContainerDefaults } from './container-defaults.ts'
import { type ClusterSize, type PodCount, podCount } from './pod-count.ts'
import { extendedNeeds, podNeeds } from './pod-needs.ts'
import { workloadName } from './workload-name.ts'

/** What a workload counts for under a quota. */
export interface WorkloadNeeds {
  readonly resource: Resource
  readonly view: PodView
  /** For people. */
  readonly workload: string
  readonly count: PodCount
  /** The most pods at once. */
  readonly peak: number
  /** Of one pod. */
  readonly needs: Needs
  readonly devices: ReadonlyMap<string, number>
}

/** Each workload once: of several manifests of the same object, such as one for each environment, the one that needs most. */
export function workloadNeeds(
  estate: Estate,
  pods: readonly PodView[],
  defaults: ContainerDefaults,
  size: ClusterSize
): WorkloadNeeds[] {
  const byName = new Map<string, WorkloadNeeds>()
  for (const [index, view] of pods.entries()) {
    const { resource } = view
    const count = podCount(estate, resource, size)
    const found: WorkloadNeeds = {
      resource,
      view,
      workload: workloadName(resource),
      count,
      peak: count.pods + count.surge,
      needs: podNeeds(view, defaults),
      devices: extendedNeeds(view)
    }
    // Several pods in one custom resource are several workloads.
    const key = `${found.workload}/${resource.name === null ? index : view.specPath.join('.')}`
    const known = byName.get(key)
    if (known === undefined || weight(found) > weight(known)) byName.set(key, found)
  }
  return [...byName.values()]
}

function weight({ peak, needs: { requests } }: WorkloadNeeds): number {
  return peak * (1 + (requests.memory ?? 0))
}
