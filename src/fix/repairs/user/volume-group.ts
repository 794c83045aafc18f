import { isMapping, mappingAt } from '../../../estate/mapping.ts'
import type { PodView } from '../../../estate/workload.ts'
import type { Change } from '../../../yaml/edit/change.ts'

/** Volumes whose files belong to root when they are new, unless the pod has a group for them. */
export function sharesVolumes({ spec, specPath, resource }: PodView, gid: number): readonly Change[] {
  const context = mappingAt(spec, 'securityContext') ?? {}
  if (context.fsGroup !== undefined || !hasClaims(spec.volumes, resource.object)) return []
  return [{ path: [...specPath, 'securityContext', 'fsGroup'], set: gid }]
}

function hasClaims(volumes: unknown, object: PodView['spec']): boolean {
  if (Array.isArray(mappingAt(object, 'spec')?.volumeClaimTemplates)) return true
  if (!Array.isArray(volumes)) return false
  return volumes.some(
    (volume) => isMapping(volume) && (isMapping(volume.persistentVolumeClaim) || isMapping(volume.ephemeral))
  )
}
