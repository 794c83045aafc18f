import { isMapping, type Mapping } from '../../estate/mapping.ts'
import type { Wanted } from './served-kinds.ts'

/** An annotation that holds the whole object again, values of Secrets included. */
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration'

/**
 * An object of a list as it is judged: with its type, which items of a list leave out, and without the API server's
 * bookkeeping, which is often most of it. Of a Secret nothing stays but metadata and type, whatever the server sent.
 * Nothing for what is no object.
 */
export function leanObject(item: unknown, { kind, group, version, detail }: Wanted): Mapping[] {
  if (!isMapping(item)) return []
  const metadata = isMapping(item.metadata) ? item.metadata : {}
  delete metadata.managedFields
  if (isMapping(metadata.annotations)) delete metadata.annotations[lastApplied]
  const named = { apiVersion: group === '' ? version : `${group}/${version}`, kind, metadata }
  if (detail === 'metadata') return [named]
  if (detail === 'type') return [item.type === undefined ? named : { ...named, type: item.type }]
  return [Object.assign(item, named)]
}
