import { detached } from './detached.ts'
import { type Mapping, mappingAt } from './mapping.ts'
import type { Resource } from './resource.ts'
import { type Labels, labelsIn } from './selectors.ts'

const nothing: Mapping = Object.freeze({})

/**
 * A resource without what it says: its names, where it was written, its labels, and for a live object its uid and owners.
 * Most of what is read need not be remembered by more, and an estate may hold a hundred thousand objects.
 */
export function namedOnly({ apiVersion, kind, namespace, name, generateName, object, origin }: Resource): Resource {
  return {
    apiVersion: detached(apiVersion),
    kind: detached(kind),
    namespace: orNull(namespace),
    name: orNull(name),
    generateName: orNull(generateName),
    object: metadataOnly(object, origin.file === null),
    origin
  }
}

/** Labels as strings of their own. */
export function detachedLabels(labels: Labels): Labels {
  const own: [string, unknown][] = []
  for (const [key, value] of Object.entries(labels))
    own.push([key, typeof value === 'string' ? detached(value) : value])
  return own.length === 0 ? nothing : Object.fromEntries(own)
}

function metadataOnly(object: Mapping, live: boolean): Mapping {
  const labels = detachedLabels(labelsIn(mappingAt(object, 'metadata')))
  const metadata = live ? mappingAt(object, 'metadata') : undefined
  if (metadata === undefined) return labels === nothing ? nothing : { metadata: { labels } }
  const { uid, ownerReferences } = metadata
  return { metadata: { labels, uid, ownerReferences } }
}

function orNull(text: string | null): string | null {
  return text === null ? null : detached(text)
}
