import type { Estate } from '../../estate/estate.ts'
import { isMapping, mappingAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import { labelsOf } from '../../estate/selectors.ts'
import type { RtfFacts } from '../facts/facts.ts'
import { authorizedNamespacesName, rtfLabels, workersRole } from '../facts/names.ts'
import { rtfRoleName } from './role-name.ts'

const rbac = 'rbac.authorization.k8s.io'

/** A namespace in which applications run, or in which the agent may act. */
export interface WorkerNamespace {
  readonly name: string
  /** Null where the namespace itself was not read. */
  readonly resource: Resource | null
  /** The Anypoint environment, by its label. */
  readonly environment: string | null
  readonly organization: string | null
  /** It carries the label that names this agent. */
  readonly labelled: boolean
  /** It carries the role `workers`. */
  readonly workers: boolean
  /** The ConfigMap lists it; null where there is none. */
  readonly listed: boolean | null
  /** A RoleBinding there gives the agent its role. */
  readonly bound: boolean
}

/** Where an agent may act. */
export interface Authorization {
  /** The ConfigMap that lists namespaces; null where none was read. */
  readonly configMap: Resource | null
  /** Bindings by which the agent may act everywhere. */
  readonly everywhere: readonly Resource[]
  /** Sorted by name. */
  readonly namespaces: readonly WorkerNamespace[]
}

/** Where the agent of a namespace may act, by ConfigMap, bindings and labels. */
export function authorizationOf(estate: Estate, facts: RtfFacts, agentNamespace: string): Authorization {
  const configMap =
    estate
      .ofKind('ConfigMap', '')
      .find(({ name, namespace }) => name === authorizedNamespacesName && namespace === agentNamespace) ?? null
  const listed = configMap === null ? null : namespacesListed(configMap)
  const bound = new Set(
    estate
      .ofKind('RoleBinding', rbac)
      .filter((binding) => bindsAgent(binding, facts, agentNamespace) && binding.namespace !== agentNamespace)
      .flatMap(({ namespace }) => namespace ?? [])
  )
  const labelled = new Map(
    estate
      .ofKind('Namespace', '')
      .filter((namespace) => labelsOf(namespace)[rtfLabels.agentNamespace] === agentNamespace)
      .flatMap((namespace) => (namespace.name === null ? [] : [[namespace.name, namespace] as const]))
  )
  const names = new Set([...labelled.keys(), ...(listed ?? []), ...bound])
  names.delete(agentNamespace)
  const namespaces = [...names].sort().map((name): WorkerNamespace => {
    const resource = estate.named({ kind: 'Namespace', group: '', namespace: null, name })[0] ?? null
    const labels = resource === null ? {} : labelsOf(resource)
    return {
      name,
      resource,
      environment: text(labels[rtfLabels.environment]),
      organization: text(labels[rtfLabels.organization]),
      labelled: labelled.has(name),
      workers: labels[rtfLabels.role] === workersRole,
      listed: listed === null ? null : listed.has(name),
      bound: bound.has(name)
    }
  })
  const everywhere = estate
    .ofKind('ClusterRoleBinding', rbac)
    .filter((binding) => bindsAgent(binding, facts, agentNamespace))
  return { configMap, everywhere, namespaces }
}

/** True where a binding gives the agent's role to an account of the agent's namespace. */
export function bindsAgent({ object }: Resource, facts: RtfFacts, agentNamespace: string): boolean {
  const role = mappingAt(object, 'roleRef')?.name
  const { subjects } = object
  if (typeof role !== 'string' || !Array.isArray(subjects) || rtfRoleName(facts, role) !== 'rtf:agent') return false
  return subjects.some(
    (subject: unknown) =>
      isMapping(subject) && subject.kind === 'ServiceAccount' && subject.namespace === agentNamespace
  )
}

/** The values of the ConfigMap, each a namespace or several. */
export function namespacesListed({ object }: Resource): ReadonlySet<string> {
  const values = Object.values(mappingAt(object, 'data') ?? {})
  return new Set(values.flatMap((value) => String(value).split(/[\s,]+/)).filter((name) => name !== ''))
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
