import type { Estate } from '../../estate/estate.ts'
import type { Resource } from '../../estate/resource.ts'
import type { PodView } from '../../estate/workload.ts'

/** The pods that an object describes: asked of an estate often, which keeps them in one list. */
export type PodsOf = (resource: Resource) => readonly PodView[]

const none: readonly PodView[] = Object.freeze([])

/** An index over the pods of an estate, as they are now. */
export function podsOf(estate: Estate): PodsOf {
  const byResource = Map.groupBy(estate.pods, ({ resource }) => resource)
  return (resource) => byResource.get(resource) ?? none
}
