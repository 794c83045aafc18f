import { formatPath } from '../../estate/path.ts'
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

/** All changes of several repairs of one object, each once; or the first two that do not go together. */
export function joinChanges(repairs: readonly Repair[]): readonly Change[] | Clash {
  const joined: { readonly change: Change; readonly repair: Repair }[] = []
  for (const repair of repairs) {
    for (const change of repair.changes) {
      let isKnown = false
      for (const other of joined) {
        if (!overlap(other.change.path, change.path)) continue
        if (!isSame(other.change, change)) {
          return { first: other.repair, second: repair, field: formatPath(change.path) }
        }
        isKnown = true
      }
      if (!isKnown) joined.push({ change, repair })
    }
  }
  return joined.map(({ change }) => change)
}

function isSame(a: Change, b: Change): boolean {
  if (a.path.length !== b.path.length) return false
  if ('set' in a) return 'set' in b && equal(a.set, b.set)
  return 'remove' in b
}
