import { mappingAt, stringAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import { bindingKind, policyGroup, policyKind } from '../../policy/policy-set.ts'
import type { Cluster } from '../../sources/cluster/connect.ts'
import type { ServedKind } from '../../sources/cluster/discover.ts'
import { listObjects } from '../../sources/cluster/list-objects.ts'
import { UserError } from '../user-error.ts'

/** The policies of a cluster and what their verdicts depend on. */
export interface ClusterPolicies {
  readonly resources: readonly Resource[]
  /** Kind → why its objects are not known. */
  readonly missing: ReadonlyMap<string, string>
}

/** @throws UserError where the cluster serves no admission policies, or does not let them be read. */
export async function readClusterPolicies(cluster: Cluster): Promise<ClusterPolicies> {
  const served = (kind: string, group: string, version: string | null = null): ServedKind | undefined =>
    cluster.served.kinds.find(
      (one) => one.kind === kind && one.group === group && (version === null || one.version === version)
    )
  const policyKinds = [policyKind, bindingKind].map((kind) => served(kind, policyGroup))
  const read: Resource[] = []
  for (const kind of policyKinds) {
    if (kind === undefined) throw new UserError('the cluster serves no ValidatingAdmissionPolicies')
    const list = await listObjects(cluster, kind)
    if (typeof list === 'string') throw new UserError(`the cluster does not let ${kind.resource} be read: ${list}`)
    read.push(...list)
  }
  const missing = new Map<string, string>()
  const others = [
    served('Namespace', ''),
    served('CustomResourceDefinition', 'apiextensions.k8s.io'),
    served('PriorityClass', 'scheduling.k8s.io')
  ]
  for (const { apiVersion, kind } of paramKinds(read)) {
    const [version = '', group = ''] = apiVersion.split('/').reverse()
    const found = served(kind, group, version)
    if (found === undefined) missing.set(kind, `the cluster does not serve ${kind} of ${apiVersion}`)
    others.push(found)
  }
  for (const kind of new Set(others)) {
    if (kind === undefined) continue
    const list = await listObjects(cluster, kind)
    if (typeof list === 'string') missing.set(kind.kind, list)
    else read.push(...list)
  }
  return { resources: read, missing }
}

function paramKinds(policies: readonly Resource[]): { apiVersion: string; kind: string }[] {
  return policies.flatMap(({ object }) => {
    const written = mappingAt(mappingAt(object, 'spec') ?? {}, 'paramKind')
    const apiVersion = written === undefined ? null : stringAt(written, 'apiVersion')
    const kind = written === undefined ? null : stringAt(written, 'kind')
    return apiVersion === null || kind === null ? [] : [{ apiVersion, kind }]
  })
}
