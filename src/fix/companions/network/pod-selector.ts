import { isMapping, type Mapping, mappingAt, stringAt } from '../../../estate/mapping.ts'
import type { NetworkPod } from '../../../network/pod.ts'

/** Labels that change with each revision, run or release. */
const passing = new Set([
  'pod-template-hash',
  'controller-revision-hash',
  'pod-template-generation',
  'controller-uid',
  'batch.kubernetes.io/controller-uid',
  'app.kubernetes.io/version',
  'helm.sh/chart'
])

const selecting = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet'])

/**
 * A label selector for the pods of a workload: that by which its controller knows them, else their labels. Null where they
 * have none, so that no policy can select them without all others.
 */
export function podSelector({ resource, labels }: NetworkPod): Mapping | null {
  const spec = mappingAt(resource.object, 'spec') ?? {}
  const own = mappingAt(spec, 'selector')
  if (selecting.has(resource.kind) && own !== undefined && hasConditions(own)) return own
  if (resource.kind === 'ReplicationController' && own !== undefined && Object.keys(own).length > 0) {
    return { matchLabels: own }
  }
  const kept = Object.entries(labels).filter(([key, value]) => typeof value === 'string' && !passing.has(key))
  if (kept.length > 0) return { matchLabels: Object.fromEntries(kept) }
  // The controller of Jobs labels their pods by the name of the Job.
  const name = resource.kind === 'Job' ? stringAt(mappingAt(resource.object, 'metadata') ?? {}, 'name') : null
  return name === null ? null : { matchLabels: { 'job-name': name } }
}

function hasConditions({ matchLabels, matchExpressions }: Mapping): boolean {
  return (
    (isMapping(matchLabels) && Object.keys(matchLabels).length > 0) ||
    (Array.isArray(matchExpressions) && matchExpressions.length > 0)
  )
}
