import { isMapping, type Mapping } from '../../estate/mapping.ts'
import type { Path } from '../../estate/path.ts'
import type { Change } from '../../yaml/edit/change.ts'
import { mergeKey } from '../rendered/list-keys.ts'

/** What a merge patch is merged into: an object, in which it takes away fields, or another patch, which then says so. */
export type MergeTarget = 'object' | 'patch'

/**
 * The changes of a document that have a strategic merge patch say or do in it what `patch` says.
 * @param at Where in the document the object or patch stands.
 */
export function mergeInto(value: Mapping, patch: Mapping, target: MergeTarget, at: Path = []): Change[] {
  const kind = typeof value.kind === 'string' ? value.kind : ''
  const changes: Change[] = []
  addMapping({ kind, target, at, changes }, value, patch, [])
  return changes
}

interface Merge {
  readonly kind: string
  readonly target: MergeTarget
  readonly at: Path
  readonly changes: Change[]
}

function addMapping(merge: Merge, value: Mapping, patch: Mapping, path: Path): void {
  for (const [key, wanted] of Object.entries(patch)) addField(merge, value[key], wanted, [...path, key])
}

function addField(merge: Merge, value: unknown, wanted: unknown, path: Path): void {
  const { kind, target, at, changes } = merge
  if (wanted === null && target === 'object') changes.push({ path: [...at, ...path], remove: true })
  else if (isMapping(value) && isMapping(wanted)) addMapping(merge, value, wanted, path)
  else {
    const key = mergeKey(kind, path)
    if (key !== undefined && Array.isArray(value) && Array.isArray(wanted)) addList(merge, value, wanted, key, path)
    else changes.push({ path: [...at, ...path], set: wanted })
  }
}

function addList(merge: Merge, list: readonly unknown[], wanted: readonly unknown[], key: string, path: Path): void {
  let length = list.length
  for (const element of wanted) {
    if (!isMapping(element)) continue
    const index = list.findIndex((each) => isMapping(each) && each[key] === element[key])
    const present = list[index]
    if (merge.target === 'object' && element.$patch === 'delete') {
      if (index >= 0) merge.changes.push({ path: [...merge.at, ...path, index], remove: true })
    } else if (isMapping(present)) addMapping(merge, present, element, [...path, index])
    else merge.changes.push({ path: [...merge.at, ...path, length++], set: element })
  }
}
