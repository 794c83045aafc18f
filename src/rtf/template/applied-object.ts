import { isMapping } from '../../estate/mapping.ts'
import { changed } from '../../yaml/edit/changed.ts'
import type { CommentedValue } from '../../yaml/write/commented-value.ts'
import type { HardenedObject } from './harden-fabric.ts'

/**
 * For server-side apply: only the fields that change, with what names the object. Whoever applies it owns these fields
 * and no others.
 */
export function appliedObject({ resource, plan }: HardenedObject): CommentedValue | null {
  const changes = plan.changes.filter((change) => 'set' in change && change.path[0] === 'spec')
  if (changes.length === 0) return null
  const { apiVersion, kind, namespace, name } = resource
  const bare = { apiVersion, kind, metadata: { name, ...(namespace === null ? {} : { namespace }) } }
  const value = changed(bare, changes)
  return isMapping(value) ? { value, comments: [] } : null
}
