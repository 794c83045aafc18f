import type { Estate } from '../../estate/estate.ts'
import { formatAmount, type Measure, measures, roundedUp } from './amount.ts'
import type { Companion } from './companion.ts'
import { companionControls } from './companion-controls.ts'
import { type ContainerDefaults, chosenDefaults, givenDefaults } from './container-defaults.ts'
import type { NamespaceContents } from './namespace-contents.ts'
import { objectNamed } from './object-named.ts'
import type { ClusterSize } from './pod-count.ts'
import { serviceCounts } from './service-counts.ts'
import { shortList } from './short-list.ts'
import { claimsOfPod, standingClaims, sum, times } from './storage-claims.ts'
import { workloadName } from './workload-name.ts'
import { type WorkloadNeeds, workloadNeeds } from './workload-needs.ts'

/** So much more than what runs at its peak. */
const headRoom = 1.25

/** What a namespace may take of which nothing is known yet. */
const start = { pods: 10, cpu: 2000, memory: 4 * 1024 ** 3 }

/** A ResourceQuota for a namespace that has none; null where there is one. */
export function quotaCompanion(estate: Estate, contents: NamespaceContents, size: ClusterSize): Companion | null {
  const { name, resources, pods, unseen } = contents
  if (resources.some(({ kind, apiVersion }) => kind === 'ResourceQuota' && apiVersion === 'v1')) return null
  const ranges = resources.filter(({ kind, apiVersion }) => kind === 'LimitRange' && apiVersion === 'v1')
  const defaults = ranges.length === 0 ? chosenDefaults(contents) : givenDefaults(ranges)
  const workloads = workloadNeeds(estate, pods, defaults, size)
  const hard = { ...computing(workloads, defaults), ...edge(contents), ...storage(contents, workloads) }
  const value = objectNamed('v1', 'ResourceQuota', contents, 'namespace-quota', { spec: { hard } })
  const assumed = workloads.flatMap(({ workload, count }) =>
    count.assumed === null ? [] : [`Assumed: ${count.assumed}, of ${workload}. Raise the quota where that is wrong.`]
  )
  const unclear = pods.length === 0 || unseen.length > 0
  return {
    namespace: name,
    theme: 'resource-quota',
    controls: companionControls['resource-quota'],
    grade: unclear && !contents.live ? 'breaking' : 'review',
    argument: argumentFor(contents),
    objects: [{ value, comments: [{ path: [], lines: [...explained(name, workloads), ...assumed] }] }],
    changes: [],
    notes: [
      ...assumed,
      ...(unseen.length === 0 ? [] : [`Pods that come of ${shortList(unseen.map(workloadName))} are not counted`])
    ]
  }
}

function argumentFor({ pods, unseen, live }: NamespaceContents): string {
  if (unseen.length > 0)
    return 'Operators make pods in this namespace that the input does not show: they may not start for want of quota.'
  if (pods.length > 0) return 'What runs there fits with room to spare; what is planned beyond that, its owner knows.'
  return live
    ? 'Nothing runs there: the quota is one to start with.'
    : 'What runs in this namespace is not part of the input: the quota is one to start with, and may be too small.'
}

/** CPU, memory, pods and devices. */
function computing(workloads: readonly WorkloadNeeds[], defaults: ContainerDefaults): Record<string, string> {
  const hard: Record<string, string> = {}
  for (const side of ['requests', 'limits'] as const) {
    for (const measure of measures) {
      // A quota on what some pod leaves open would refuse that pod.
      const isOpen = defaults[side][measure] === null && workloads.length === 0
      if (isOpen || workloads.some(({ needs }) => needs[side][measure] === null)) continue
      hard[`${side}.${measure}`] = formatAmount(measure, total(workloads, side, measure))
    }
  }
  const pods = peakOf(workloads)
  hard.pods = String(workloads.length === 0 ? start.pods : Math.ceil(pods * headRoom))
  for (const name of new Set(workloads.flatMap(({ devices }) => [...devices.keys()]))) {
    const used = workloads.reduce((all, { devices, peak }) => all + (devices.get(name) ?? 0) * peak, 0)
    hard[`requests.${name}`] = String(Math.ceil(used))
  }
  return hard
}

function total(workloads: readonly WorkloadNeeds[], side: 'requests' | 'limits', measure: Measure): number {
  if (workloads.length === 0) return start[measure] * (side === 'limits' ? 2 : 1)
  const used = workloads.reduce((all, { needs, peak }) => all + (needs[side][measure] ?? 0) * peak, 0)
  return roundedUp(measure, used * headRoom)
}

function peakOf(workloads: readonly WorkloadNeeds[]): number {
  return workloads.reduce((all, { peak }) => all + peak, 0)
}

/** Nothing is published beyond what is published now. */
function edge({ resources }: NamespaceContents): Record<string, string> {
  const { loadBalancers, nodePorts } = serviceCounts(resources)
  return { 'services.loadbalancers': String(loadBalancers), 'services.nodeports': String(nodePorts) }
}

function storage({ resources }: NamespaceContents, workloads: readonly WorkloadNeeds[]): Record<string, string> {
  const { count, bytes } = sum([
    standingClaims(resources),
    ...workloads.map(({ resource, view, count: { pods } }) => times(claimsOfPod(resource, view.spec), pods))
  ])
  return {
    persistentvolumeclaims: String(Math.ceil(count * headRoom)),
    'requests.storage': formatAmount('memory', roundedUp('memory', bytes * headRoom))
  }
}

function explained(namespace: string, workloads: readonly WorkloadNeeds[]): string[] {
  if (workloads.length === 0) {
    return [`A start for namespace ${namespace}, of which the input shows no workload: size it by what will run there.`]
  }
  return [
    `What namespace ${namespace} may take: what runs in it at its peak and a quarter more. At their peak there are`,
    ...workloads.map(({ workload, count: { pods, surge }, needs: { requests } }) => {
      const number = surge === 0 ? String(pods) : `${pods} + ${surge} (while rolling out)`
      const cpu = formatAmount('cpu', requests.cpu ?? 0)
      return `  ${number} of ${workload}, each requesting CPU ${cpu}, memory ${formatAmount('memory', requests.memory ?? 0)}`
    })
  ]
}
