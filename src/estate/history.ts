import { isMapping, mappingAt } from './mapping.ts'
import { controllerOf } from './owners.ts'
import type { Resource } from './resource.ts'

/**
 * True for an object that a controller made and that runs nothing any more: the pod or Job that has ended, and the
 * ReplicaSet of an earlier revision, which a Deployment keeps at no replicas. Its controller says what runs next.
 */
export function isHistory(resource: Resource): boolean {
  return endings.get(resource.kind)?.(resource) === true && controllerOf(resource) !== undefined
}

const endings: ReadonlyMap<string, (resource: Resource) => boolean> = new Map([
  ['Pod', podEnded],
  ['Job', jobEnded],
  ['ReplicaSet', hasNoReplicas],
  ['ReplicationController', hasNoReplicas]
])

function podEnded({ object }: Resource): boolean {
  const phase = mappingAt(object, 'status')?.phase
  return phase === 'Succeeded' || phase === 'Failed'
}

function jobEnded({ object }: Resource): boolean {
  const conditions = mappingAt(object, 'status')?.conditions
  if (!Array.isArray(conditions)) return false
  return conditions.some(
    (condition) =>
      isMapping(condition) &&
      condition.status === 'True' &&
      (condition.type === 'Complete' || condition.type === 'Failed')
  )
}

/** Asked for none, and the last one is gone. */
function hasNoReplicas({ object }: Resource): boolean {
  if (mappingAt(object, 'spec')?.replicas !== 0) return false
  return (mappingAt(object, 'status')?.replicas ?? 0) === 0
}
