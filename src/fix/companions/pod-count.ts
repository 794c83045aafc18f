import type { Estate } from '../../estate/estate.ts'
import { type Mapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import { groupOf, type Resource } from '../../estate/resource.ts'

/** How many pods of a workload there can be at once. */
export interface PodCount {
  /** Steady at most, an autoscaler's maximum included. */
  readonly pods: number
  /** More while a rolling update is under way. */
  readonly surge: number
  /** What of this was assumed; null where the manifests say it all. */
  readonly assumed: string | null
}

/** What manifests do not say. */
export interface ClusterSize {
  /** Nodes; null where nobody knows. */
  readonly nodes: number | null
}

/** As many nodes are assumed where nobody knows: a quota needs a number. */
const assumedNodes = 10

/** How many runs of a CronJob that lets them overlap are assumed to. */
const assumedRuns = 2

/** @throws Never: what is no number counts as what the API server would take for it. */
export function podCount(estate: Estate, workload: Resource, { nodes }: ClusterSize): PodCount {
  const spec = mappingAt(workload.object, 'spec') ?? {}
  switch (workload.kind) {
    case 'Pod':
      return certain(1)
    case 'DaemonSet': {
      const pods = nodes ?? assumedNodes
      return { pods, surge: 0, assumed: nodes === null ? `one pod on each of ${pods} nodes` : null }
    }
    case 'Job':
      return certain(runsOf(spec))
    case 'CronJob': {
      const runs = runsOf(mappingAt(mappingAt(spec, 'jobTemplate') ?? {}, 'spec') ?? {})
      const overlaps = (stringAt(spec, 'concurrencyPolicy') ?? 'Allow') === 'Allow'
      return overlaps
        ? { pods: runs * assumedRuns, surge: 0, assumed: `no more than ${assumedRuns} runs of it overlap` }
        : certain(runs)
    }
    default: {
      // What stands at none now is there to be scaled up some day.
      const pods = scaledTo(estate, workload) ?? Math.max(1, wholeNumber(spec.replicas) ?? 1)
      return { pods, surge: workload.kind === 'Deployment' ? surgeOf(spec, pods) : 0, assumed: null }
    }
  }
}

function certain(pods: number): PodCount {
  return { pods, surge: 0, assumed: null }
}

/** Pods of one run of a Job. */
function runsOf({ parallelism, completions }: Mapping): number {
  const wanted = wholeNumber(parallelism) ?? 1
  return Math.min(wanted, wholeNumber(completions) ?? wanted)
}

/** `maxSurge` is a number or a share, by default a quarter, of which any part is a whole pod. */
function surgeOf(spec: Mapping, pods: number): number {
  const strategy = mappingAt(spec, 'strategy') ?? {}
  if (strategy.type === 'Recreate') return 0
  const surge = mappingAt(strategy, 'rollingUpdate')?.maxSurge ?? '25%'
  const share = typeof surge === 'string' ? /^(\d+)%$/.exec(surge)?.[1] : undefined
  return share === undefined ? (wholeNumber(surge) ?? 0) : Math.ceil((pods * Number(share)) / 100)
}

/** The most that autoscalers make of a workload; null where none is about it. */
function scaledTo(estate: Estate, workload: Resource): number | null {
  const limits = [
    ...estate
      .ofKind('HorizontalPodAutoscaler')
      .flatMap((scaler) => (scales(scaler, workload, '') ? [specOf(scaler).maxReplicas] : [])),
    ...estate
      .ofKind('ScaledObject', 'keda.sh')
      // Both defaults are KEDA's own.
      .flatMap((scaler) => (scales(scaler, workload, 'Deployment') ? [specOf(scaler).maxReplicaCount ?? 100] : []))
  ].flatMap((limit) => wholeNumber(limit) ?? [])
  return limits.length === 0 ? null : Math.max(...limits)
}

function scales(scaler: Resource, { kind, name, namespace, apiVersion }: Resource, usualKind: string): boolean {
  const target = mappingAt(specOf(scaler), 'scaleTargetRef') ?? {}
  const group = stringAt(target, 'apiVersion')
  return (
    scaler.namespace === namespace &&
    target.name === name &&
    (stringAt(target, 'kind') ?? usualKind) === kind &&
    (group === null || groupOf(group) === groupOf(apiVersion))
  )
}

function specOf({ object }: Resource): Mapping {
  return mappingAt(object, 'spec') ?? {}
}

function wholeNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null
}
