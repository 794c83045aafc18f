import { formatPath, type Path, valueAt } from '../../estate/path.ts'
import type { Change } from '../../yaml/edit/change.ts'
import { equal } from '../../yaml/edit/equal.ts'
import type { Repair } from '../repair.ts'
import { overlap } from './path-relation.ts'

/** Two repairs that want different things of one field. */
export interface Clash {
  readonly first: Repair
  readonly second: Repair
  /** As users read it. */
  readonly field: string
}

/**
 * All changes of several repairs of one object, each once; or the first two that do not go together. What repairs append
 * to the same list stands there one after the other, each value once.
 */
export function joinChanges(object: unknown, repairs: readonly Repair[]): readonly Change[] | Clash {
  const joined: { readonly change: Change; readonly repair: Repair }[] = []
  for (const repair of repairs) {
    for (const change of repair.changes) {
      let isKnown = false
      for (const other of joined) {
        if (!overlap(other.change.path, change.path) && !appendToSame(other.change, change, object)) continue
        if (isSame(other.change, change)) isKnown = true
        else if (!appendToSame(other.change, change, object))
          return { first: other.repair, second: repair, field: formatPath(change.path) }
      }
      if (!isKnown) joined.push({ change, repair })
    }
  }
  return numbered(
    joined.map(({ change }) => change),
    object
  )
}

function isSame(a: Change, b: Change): boolean {
  if ('set' in a) return 'set' in b && equal(a.set, b.set)
  return 'remove' in b && a.path.length === b.path.length
}

function appendToSame(a: Change, b: Change, object: unknown): boolean {
  const list = a.path.slice(0, -1)
  if (a.path.length !== b.path.length || !list.every((step, index) => b.path[index] === step)) return false
  return isAppended(a, object) && isAppended(b, object)
}

/** Whether a change sets an item behind the end of its list. */
function isAppended({ path, ...change }: Change, object: unknown): boolean {
  const last = path.at(-1)
  return 'set' in change && typeof last === 'number' && last >= lengthAt(object, path.slice(0, -1))
}

function lengthAt(object: unknown, path: Path): number {
  const list = valueAt(object, path)
  return Array.isArray(list) ? list.length : 0
}

/** Items that are appended get the indexes behind the end of their list, one after the other. */
function numbered(changes: readonly Change[], object: unknown): readonly Change[] {
  const next = new Map<string, number>()
  return changes.map((change) => {
    if (!isAppended(change, object)) return change
    const list = change.path.slice(0, -1)
    const key = JSON.stringify(list)
    const index = next.get(key) ?? lengthAt(object, list)
    next.set(key, index + 1)
    return { ...change, path: [...list, index] }
  })
}
