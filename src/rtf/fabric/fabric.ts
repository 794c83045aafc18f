import type { Estate } from '../../estate/estate.ts'
import { mappingAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import type { RtfComponent } from '../facts/components.ts'
import type { RtfFacts } from '../facts/facts.ts'
import { rtfDefinitions } from '../facts/names.ts'
import { agentNamespaces, isAgent } from './agent-namespaces.ts'
import { agentVersion, type InstalledVersion } from './agent-version.ts'
import { type Authorization, authorizationOf } from './authorization.ts'
import { type PodsOf, podsOf } from './pods-of.ts'
import { registriesOf, type UsedRegistry } from './registries.ts'

/** A workload of Runtime Fabric that was read. */
export interface FoundComponent {
  readonly component: RtfComponent
  readonly resource: Resource
  /** As asked for; null where the kind has none or the API server's default counts. */
  readonly replicas: number | null
}

/** One instance of Runtime Fabric: an agent and what it manages. */
export interface Fabric {
  /** Of the agent. */
  readonly namespace: string
  /** What shows that it is there. */
  readonly shownBy: readonly string[]
  /** Null where no agent was read. */
  readonly agent: Resource | null
  /** Null where nothing shows it. */
  readonly version: InstalledVersion | null
  readonly components: readonly FoundComponent[]
  readonly authorization: Authorization
  readonly registries: readonly UsedRegistry[]
  /** Of the control plane, and what shows it; null where nothing does. */
  readonly region: { readonly region: string; readonly shownBy: string } | null
}

/** Everything of Runtime Fabric in an estate. */
export interface Fabrics {
  /** By the namespaces of their agents. */
  readonly instances: readonly Fabric[]
  /** Definitions of Runtime Fabric's kinds that are installed. */
  readonly definitions: readonly string[]
}

/** Finds every instance of Runtime Fabric by what runs, by labels and by configuration. */
export function findFabrics(estate: Estate, facts: RtfFacts, pods: PodsOf = podsOf(estate)): Fabrics {
  const instances = [...agentNamespaces(estate, facts, pods)].map(([namespace, shownBy]) =>
    fabricOf(estate, facts, pods, namespace, shownBy)
  )
  const definitions = estate
    .ofKind('CustomResourceDefinition', 'apiextensions.k8s.io')
    .flatMap(({ name }) => (name !== null && rtfDefinitions.includes(name) ? [name] : []))
  return { instances, definitions: definitions.sort() }
}

function fabricOf(
  estate: Estate,
  facts: RtfFacts,
  pods: PodsOf,
  namespace: string,
  shownBy: readonly string[]
): Fabric {
  const own = estate.inNamespace(namespace)
  const agent = own.find((resource) => isAgent(resource, facts, pods)) ?? null
  const authorization = authorizationOf(estate, facts, namespace)
  const namespaces = new Set([namespace, ...authorization.namespaces.map(({ name }) => name)])
  const inside = estate.pods.filter(
    ({ resource }) =>
      resource.namespace !== null && namespaces.has(resource.namespace) && resource.kind !== 'ReplicaSet'
  )
  const registries = registriesOf(inside, facts)
  return {
    namespace,
    shownBy,
    agent,
    version: agentVersion(agent, facts, pods),
    components: componentsIn(own, facts, agent),
    authorization,
    registries,
    region: regionOf(registries, facts)
  }
}

function componentsIn(own: readonly Resource[], facts: RtfFacts, agent: Resource | null): FoundComponent[] {
  return facts.components.flatMap((component) => {
    const resource =
      component.name === 'agent'
        ? agent
        : own.find(({ kind, name }) => kind === component.kind && name === component.name)
    return resource === null || resource === undefined ? [] : [{ component, resource, replicas: replicasOf(resource) }]
  })
}

function replicasOf({ object }: Resource): number | null {
  const replicas = mappingAt(object, 'spec')?.replicas
  return typeof replicas === 'number' ? replicas : null
}

function regionOf(registries: readonly UsedRegistry[], facts: RtfFacts): Fabric['region'] {
  if (facts.region !== null) return { region: facts.region, shownBy: 'bulwark.yaml' }
  const [region, another] = new Set(registries.flatMap((registry) => registry.region ?? []))
  // Images of two control planes tell nothing.
  return region === undefined || another !== undefined ? null : { region, shownBy: 'the registry of its images' }
}
