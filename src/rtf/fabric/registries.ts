import type { PodView } from '../../estate/workload.ts'
import type { RtfFacts } from '../facts/facts.ts'
import { rtfImageOf } from './image-name.ts'

/** A registry from which images of Runtime Fabric and the Mule runtime are pulled. */
export interface UsedRegistry {
  readonly host: string
  /** `mulesoft`: one of its control planes; `internal`: MuleSoft's own, not for customers; `own`: any other. */
  readonly kind: 'mulesoft' | 'internal' | 'own'
  /** The control plane that it belongs to. */
  readonly region: string | null
  /** How many containers run an image of it. */
  readonly containers: number
}

/** The registries of the pods' images that are Runtime Fabric's, the most used first. */
export function registriesOf(pods: readonly PodView[], facts: RtfFacts): readonly UsedRegistry[] {
  const counts = new Map<string, number>()
  for (const pod of pods) {
    for (const { object } of pod.containers) {
      const host = rtfImageOf(facts, object.image)?.reference.registry
      if (host !== undefined) counts.set(host, (counts.get(host) ?? 0) + 1)
    }
  }
  return [...counts]
    .sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1))
    .map(([host, containers]) => ({ host, containers, ...classOf(host, facts) }))
}

function classOf(host: string, facts: RtfFacts): Pick<UsedRegistry, 'kind' | 'region'> {
  if (facts.internalRegistries.includes(host)) return { kind: 'internal', region: null }
  const plane = facts.controlPlanes.find(({ registry }) => registry === host)
  return plane === undefined ? { kind: 'own', region: null } : { kind: 'mulesoft', region: plane.region }
}
