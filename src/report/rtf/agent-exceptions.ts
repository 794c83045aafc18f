import type { Control } from '../../controls/control.ts'
import type { Estate } from '../../estate/estate.ts'
import { mappingAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import type { ConfiguredException } from '../../exceptions/granted.ts'
import type { Fabric } from '../../rtf/fabric/fabric.ts'
import { rtfRoleName } from '../../rtf/fabric/role-name.ts'
import type { RtfFacts } from '../../rtf/facts/facts.ts'
import { formatRtfVersion } from '../../rtf/facts/version.ts'
import { Evaluator } from '../../scan/evaluate.ts'
import type { Plan } from '../../scan/plan.ts'

/** What stands for the owner, who is nobody's to guess. */
export const ownerToName = 'WHO-ANSWERS-FOR-IT'

/** Days after which an exception ends: the rights are looked at twice a year. */
const lasting = 182

/** Failing these means that what limits the agent is missing: no exception covers that. */
const mitigations: ReadonlySet<string> = new Set(['authorized-namespaces'])

/**
 * Exceptions for what an agent's own roles and bindings fall short of, which nobody can change: one for objects of the
 * whole cluster, one for those of namespaces. None where nothing falls short.
 * @param today For the day on which they end.
 */
export function agentExceptions(
  fabric: Fabric,
  estate: Estate,
  facts: RtfFacts,
  plan: Plan,
  today: Date
): ConfiguredException[] {
  const objects = accessObjects(fabric, estate, facts)
  const failing = failingControls(estate, plan, objects)
  const expires = new Date(today.getTime() + lasting * 86_400_000).toISOString().slice(0, 10)
  const reason = reasonOf(fabric)
  const ofNamespaces = objects.filter(({ namespace }) => namespace !== null)
  const ofCluster = objects.filter(({ namespace }) => namespace === null)
  return [
    exceptionFor(ofCluster, failing, { id: `rtf-agent-${fabric.namespace}`, reason, expires }),
    exceptionFor(ofNamespaces, failing, { id: `rtf-agent-${fabric.namespace}-namespaces`, reason, expires })
  ].filter((exception) => exception !== null)
}

/** Bindings of Runtime Fabric's roles to accounts of the agent's namespace, and the roles that they bind. */
function accessObjects(fabric: Fabric, estate: Estate, facts: RtfFacts): Resource[] {
  const bindings = ['ClusterRoleBinding', 'RoleBinding'].flatMap((kind) =>
    estate.ofKind(kind, 'rbac.authorization.k8s.io').filter((binding) => {
      const role = roleOf(binding)
      return role !== null && rtfRoleName(facts, role) !== null && bindsAccountOf(binding, fabric.namespace)
    })
  )
  const bound = new Set(bindings.map(roleOf))
  const roles = estate.ofKind('ClusterRole', 'rbac.authorization.k8s.io').filter(({ name }) => bound.has(name))
  return [...roles, ...bindings]
}

function roleOf({ object }: Resource): string | null {
  const name = mappingAt(object, 'roleRef')?.name
  return typeof name === 'string' ? name : null
}

function bindsAccountOf({ object }: Resource, namespace: string): boolean {
  const { subjects } = object
  return (
    Array.isArray(subjects) &&
    subjects.some((subject) => subject?.kind === 'ServiceAccount' && subject.namespace === namespace)
  )
}

/** The controls that each of the objects fails. */
function failingControls(
  estate: Estate,
  plan: Plan,
  objects: readonly Resource[]
): ReadonlyMap<Resource, ReadonlySet<string>> {
  const failing = new Map(objects.map((resource) => [resource, new Set<string>()]))
  const note = (resource: Resource, control: Control): void => {
    if (!mitigations.has(control.id)) failing.get(resource)?.add(control.id)
  }
  const evaluator = new Evaluator(plan)
  for (const resource of objects) {
    for (const { planned } of evaluator.evaluate(resource, [])) note(resource, planned.control)
  }
  for (const { control, analyse } of plan.analyses) {
    if (!analyse.reads.includes('RoleBinding')) continue
    const verdicts =
      'inspect' in analyse
        ? objects
            .filter(({ kind }) => analyse.reads.includes(kind))
            .flatMap((resource) => [...analyse.inspect(resource, [], plan.settings)])
        : analyse.judge(estate, [], () => ({ workloads: 0, level: 'restricted' }), plan.settings)
    for (const { resource, problem } of verdicts) if (problem !== null) note(resource, control)
  }
  return failing
}

function exceptionFor(
  objects: readonly Resource[],
  failing: ReadonlyMap<Resource, ReadonlySet<string>>,
  { id, reason, expires }: { readonly id: string; readonly reason: string; readonly expires: string }
): ConfiguredException | null {
  const meant = objects.filter((resource) => (failing.get(resource)?.size ?? 0) > 0)
  if (meant.length === 0) return null
  const controls = [...new Set(meant.flatMap((resource) => [...(failing.get(resource) ?? [])]))].sort()
  const namespaces = sorted(meant.flatMap(({ namespace }) => namespace ?? []))
  return {
    id,
    controls,
    selector: {
      ...(namespaces.length === 0 ? {} : { namespaces }),
      kinds: sorted(meant.map(({ kind }) => kind)),
      names: sorted(meant.flatMap(({ name }) => name ?? []))
    },
    reason,
    owner: ownerToName,
    expires
  }
}

function reasonOf({ namespace, version, authorization }: Fabric): string {
  const name = version === null ? 'Runtime Fabric' : `Runtime Fabric ${formatRtfVersion(version.version)}`
  const fixed = `${name} in namespace ${namespace} needs these roles, which cannot be made smaller`
  const { everywhere, configMap, namespaces } = authorization
  if (everywhere.length > 0) return `${fixed}; nothing limits it yet: authorize namespaces for it first`
  if (configMap === null) return `${fixed}; its role is bound in namespaces alone`
  const listed = namespaces.filter((each) => each.listed === true).map((each) => each.name)
  return `${fixed}; it may act in authorized namespaces alone: ${listed.join(', ')}`
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort()
}
