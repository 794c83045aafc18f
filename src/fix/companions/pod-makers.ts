import { accessOf } from '../../access/access.ts'
import { hasToken, rightsOf } from '../../access/accounts.ts'
import { coversResource, holds, type PolicyRule } from '../../access/policy-rule.ts'
import type { Estate } from '../../estate/estate.ts'
import type { Resource } from '../../estate/resource.ts'
import type { PodView } from '../../estate/workload.ts'

const made: readonly (readonly [group: string, resource: string])[] = [
  ['', 'pods'],
  ['apps', 'deployments'],
  ['apps', 'statefulsets'],
  ['apps', 'daemonsets'],
  ['batch', 'jobs'],
  ['batch', 'cronjobs']
]

/** Workloads that a Role lets make pods in their own namespace, such as an operator or a runner of builds. */
export function podMakers(estate: Estate, name: string, pods: readonly PodView[]): Resource[] {
  const access = accessOf(estate)
  const makers = pods.filter(
    (view) =>
      hasToken(estate, view) &&
      rightsOf(access, view).some(
        ({ binding }) =>
          binding.scope === 'namespace' &&
          (binding.namespace ?? name) === name &&
          binding.role?.rules.some(({ rule }) => makesPods(rule)) === true
      )
  )
  return [...new Set(makers.map(({ resource }) => resource))]
}

function makesPods(rule: PolicyRule): boolean {
  return (
    holds(rule.verbs, 'create') &&
    made.some(([group, resource]) => holds(rule.apiGroups, group) && coversResource(rule, resource))
  )
}
