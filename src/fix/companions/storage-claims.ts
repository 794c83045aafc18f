import { isMapping, type Mapping, mappingAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import { amountOf } from './amount.ts'

/** Claims of storage, and how many bytes they ask for together. */
export interface Claims {
  readonly count: number
  readonly bytes: number
}

/** What one pod of a workload claims for itself: by the templates of a StatefulSet, and by ephemeral volumes. */
export function claimsOfPod({ object, kind }: Resource, spec: Mapping): Claims {
  const templates = kind === 'StatefulSet' ? mappingAt(object, 'spec')?.volumeClaimTemplates : undefined
  const volumes = Array.isArray(spec.volumes) ? spec.volumes : []
  return sum([
    ...(Array.isArray(templates) ? templates : []).map(claimOf),
    ...volumes.flatMap((volume: unknown) => {
      const template = isMapping(volume) ? mappingAt(volume, 'ephemeral')?.volumeClaimTemplate : undefined
      return template === undefined ? [] : [claimOf(template)]
    })
  ])
}

/** Claims that are objects of their own. */
export function standingClaims(resources: readonly Resource[]): Claims {
  return sum(resources.filter(({ kind }) => kind === 'PersistentVolumeClaim').map(({ object }) => claimOf(object)))
}

export function sum(claims: readonly Claims[]): Claims {
  return claims.reduce((all, one) => ({ count: all.count + one.count, bytes: all.bytes + one.bytes }), {
    count: 0,
    bytes: 0
  })
}

export function times({ count, bytes }: Claims, number: number): Claims {
  return { count: count * number, bytes: bytes * number }
}

function claimOf(claim: unknown): Claims {
  const spec = isMapping(claim) ? mappingAt(claim, 'spec') : undefined
  const requests = spec === undefined ? undefined : mappingAt(spec, 'resources')?.requests
  return { count: 1, bytes: (isMapping(requests) ? amountOf('memory', requests.storage) : null) ?? 0 }
}
