import type { Unread } from '../unit.ts'
import type { Served, ServedKind } from './discover.ts'
import type { ClusterKind, Detail } from './kinds.ts'

/** A kind that is wanted and served. */
export interface Wanted extends ServedKind {
  readonly detail: Detail
}

/** What to read, and what cannot be. */
export interface Choice {
  readonly wanted: readonly Wanted[]
  readonly unread: readonly Unread[]
}

/** Which of the kinds a server serves, in the order of `kinds`, each in the version that the server prefers. */
export function chooseServed(kinds: readonly ClusterKind[], { kinds: served, unknownGroups }: Served): Choice {
  const wanted: Wanted[] = []
  const unread: Unread[] = []
  const serves = (group: string): boolean => served.some((one) => one.group === group)
  for (const { kind, group, version, detail, unless } of kinds) {
    if (unless !== undefined && serves(unless)) continue
    const found = served.filter(
      (one) =>
        one.kind === kind && (group === null || one.group === group) && (version === null || one.version === version)
    )
    // Of each group that serves it, the first: that is of the version which the server prefers.
    const byGroup = new Map(found.toReversed().map((one) => [one.group, one]))
    for (const one of byGroup.values()) wanted.push({ ...one, detail })
    const unknown = group === null ? undefined : unknownGroups.get(group)
    if (found.length === 0 && group !== null && unknown !== undefined) {
      unread.push({ kind, group, namespace: null, reason: unknown })
    }
  }
  return { wanted, unread }
}
