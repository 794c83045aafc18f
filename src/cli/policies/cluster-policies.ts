import { mappingAt, stringAt } from '../../estate/mapping.ts'
import { makeResource, type Resource } from '../../estate/resource.ts'
import { bindingKind, policyGroup, policyKind } from '../../policy/policy-set.ts'
import type { Cluster } from '../../sources/cluster/connect.ts'
import { ConnectionFault } from '../../sources/cluster/connection/connection-fault.ts'
import type { ServedKind } from '../../sources/cluster/discover.ts'
import { ListFault } from '../../sources/cluster/list-fault.ts'
import { listKind } from '../../sources/cluster/list-kind.ts'
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
    const list = await listAll(cluster, kind)
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
    const list = await listAll(cluster, kind)
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

/** All objects of a kind, or why they are not given. */
async function listAll({ client }: Cluster, kind: ServedKind): Promise<Resource[] | string> {
  const apiVersion = kind.group === '' ? kind.version : `${kind.group}/${kind.version}`
  const read: Resource[] = []
  try {
    for await (const page of listKind(client, { ...kind, detail: 'whole' }, null)) {
      for (const object of page)
        read.push(makeResource(apiVersion, kind.kind, object, { file: null, document: 0, prefix: [] }))
    }
    return read
  } catch (error) {
    if (error instanceof ListFault || error instanceof ConnectionFault) return error.message
    throw error
  }
}
