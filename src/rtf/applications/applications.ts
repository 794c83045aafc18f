import type { Estate } from '../../estate/estate.ts'
import { isHistory } from '../../estate/history.ts'
import { mappingAt, stringAt } from '../../estate/mapping.ts'
import { ownerReferences } from '../../estate/owners.ts'
import type { Resource } from '../../estate/resource.ts'
import { labelsIn, labelsOf } from '../../estate/selectors.ts'
import type { PodView } from '../../estate/workload.ts'
import { type PodsOf, podsOf } from '../fabric/pods-of.ts'
import type { DeploymentRoute } from '../facts/exposure.ts'
import { rtfGroup, rtfKinds, rtfLabels } from '../facts/names.ts'
import { type RuntimeVersion, runtimeOfPod, runtimeOfText } from './runtime-version.ts'

/** A Mule application on Runtime Fabric. */
export interface MuleApplication {
  readonly name: string
  readonly namespace: string | null
  readonly route: DeploymentRoute
  /** The namespace of the agent that manages it; null where nothing says. */
  readonly agentNamespace: string | null
  /** The Deployment that Runtime Fabric made; null where it was not read. */
  readonly deployment: Resource | null
  /** The MuleApplication that it follows; null for one of Runtime Manager. */
  readonly custom: Resource | null
  readonly runtime: RuntimeVersion | null
  /** As asked for; null where nothing says. */
  readonly replicas: number | null
  /** What runs: its pods where a cluster gave them, else the pod that its Deployment describes. */
  readonly pods: readonly PodView[]
  readonly shownBy: 'pod' | 'deployment' | 'nothing'
}

/** Every Mule application in an estate, by namespace and name. */
export function findApplications(estate: Estate, pods: PodsOf = podsOf(estate)): readonly MuleApplication[] {
  const agents = agentsByNamespace(estate)
  const running = podsById(estate)
  const customs = estate.ofKind(rtfKinds.application, rtfGroup)
  const followed = new Set<Resource>()
  const applications = estate
    .ofKind('Deployment', 'apps')
    .filter((deployment) => Object.hasOwn(labelsOf(deployment), rtfLabels.applicationId))
    .map((deployment): MuleApplication => {
      const custom = customs.find((candidate) => isMadeFor(deployment, candidate)) ?? null
      if (custom !== null) followed.add(custom)
      const own = running.get(idOf(deployment) ?? '') ?? []
      const shown = own.length > 0 ? own : pods(deployment)
      const labelled = labelsOf(deployment)[rtfLabels.agentNamespace]
      return {
        name: custom?.name ?? deployment.name ?? '',
        namespace: deployment.namespace,
        route: custom === null ? 'runtime-manager' : 'anypoint-controller',
        agentNamespace: typeof labelled === 'string' ? labelled : (agents.get(deployment.namespace ?? '') ?? null),
        deployment,
        custom,
        runtime: shown.map(runtimeOfPod).find((runtime) => runtime !== null) ?? runtimeOfCustom(custom),
        replicas: replicasOf(deployment),
        pods: shown,
        shownBy: own.length > 0 ? 'pod' : 'deployment'
      }
    })
  const waiting = customs
    .filter((custom) => !followed.has(custom))
    .map(
      (custom): MuleApplication => ({
        name: custom.name ?? '',
        namespace: custom.namespace,
        route: 'anypoint-controller',
        agentNamespace: agents.get(custom.namespace ?? '') ?? null,
        deployment: null,
        custom,
        runtime: runtimeOfCustom(custom),
        replicas: replicasOf(custom),
        pods: [],
        shownBy: 'nothing'
      })
    )
  return [...applications, ...waiting].sort(
    (a, b) => compare(a.namespace ?? '', b.namespace ?? '') || compare(a.name, b.name)
  )
}

/** The controller says in the status which application it made, in newer versions; else it gives it its own name. */
function isMadeFor(deployment: Resource, custom: Resource): boolean {
  if (deployment.namespace !== custom.namespace) return false
  const id = stringAt(mappingAt(custom.object, 'status') ?? {}, 'anypointId')
  if (id !== null && id === idOf(deployment)) return true
  if (ownerReferences(deployment).some(({ kind, name }) => kind === rtfKinds.application && name === custom.name)) {
    return true
  }
  return deployment.name === custom.name
}

function podsById(estate: Estate): ReadonlyMap<string, readonly PodView[]> {
  const running = estate.pods.filter(({ resource }) => resource.kind === 'Pod' && !isHistory(resource))
  return Map.groupBy(running, ({ meta }) => String(labelsIn(meta)[rtfLabels.applicationId] ?? ''))
}

function agentsByNamespace(estate: Estate): ReadonlyMap<string, string> {
  const agents = new Map<string, string>()
  for (const namespace of estate.ofKind('Namespace', '')) {
    const agent = labelsOf(namespace)[rtfLabels.agentNamespace]
    if (namespace.name !== null && typeof agent === 'string') agents.set(namespace.name, agent)
  }
  return agents
}

function idOf(resource: Resource): string | null {
  const id = labelsOf(resource)[rtfLabels.applicationId]
  return typeof id === 'string' && id !== '' ? id : null
}

function runtimeOfCustom(custom: Resource | null): RuntimeVersion | null {
  return runtimeOfText(mappingAt(custom?.object ?? {}, 'spec')?.runtimeVersion)
}

function replicasOf({ object }: Resource): number | null {
  const replicas = mappingAt(object, 'spec')?.replicas
  return typeof replicas === 'number' ? replicas : null
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
