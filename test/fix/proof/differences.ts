/** A value at a place that one of two documents has and the other has not, or that is another there. */
export interface Difference {
  /** As findings name it. An item that is gone has the number that it had, one that is new the number that it has. */
  readonly path: string
  /** Absent where there was nothing. */
  readonly before?: unknown
  readonly after?: unknown
}

/** Where two values of JSON differ: each scalar, and each collection without anything in it. */
export function differences(before: unknown, after: unknown, path = ''): Difference[] {
  if (before === undefined) return leaves(after, path).map(([at, value]) => ({ path: at, after: value }))
  if (after === undefined) return leaves(before, path).map(([at, value]) => ({ path: at, before: value }))
  if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after, path)
  if (isMapping(before) && isMapping(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...keys].flatMap((key) => differences(own(before, key), own(after, key), joined(path, key)))
  }
  if (Object.is(before, after)) return []
  // To Kubernetes, null is nothing.
  if (before === null) return differences(undefined, after, path)
  const gone = isEmpty(before) ? [] : differences(before, undefined, path)
  const come = isEmpty(after) ? [] : differences(undefined, after, path)
  const [old] = gone
  const [now] = come
  if (old?.path === path && now?.path === path) return [{ path, before, after }]
  return [...gone, ...come]
}

/** Items are the same where all in them is; between two such, they are compared one by one. */
function ofLists(before: readonly unknown[], after: readonly unknown[], path: string): Difference[] {
  if (before.length === after.length)
    return before.flatMap((item, at) => differences(item, after[at], `${path}[${at}]`))
  const found: Difference[] = []
  let [old, now] = [0, 0]
  for (const [oldAt, nowAt] of [...sameItems(before, after), [before.length, after.length] as const]) {
    while (old < oldAt && now < nowAt) found.push(...differences(before[old++], after[now], `${path}[${now++}]`))
    while (old < oldAt) found.push(...differences(before[old], undefined, `${path}[${old++}]`))
    while (now < nowAt) found.push(...differences(undefined, after[now], `${path}[${now++}]`))
    old++
    now++
  }
  return found
}

/** Pairs of items that stay, in order: as many as there can be. */
function sameItems(before: readonly unknown[], after: readonly unknown[]): (readonly [number, number])[] {
  const [olds, nows] = [before, after].map((list) => list.map((item) => JSON.stringify(sorted(item))))
  if (olds === undefined || nows === undefined) return []
  const best: number[][] = Array.from({ length: olds.length + 1 }, () => Array(nows.length + 1).fill(0))
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  for (let i = olds.length - 1; i >= 0; i--) {
    for (let j = nows.length - 1; j >= 0; j--) {
      const row = best[i]
      if (row !== undefined) row[j] = olds[i] === nows[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < olds.length && j < nows.length; ) {
    if (olds[i] === nows[j]) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}

function leaves(value: unknown, path: string): [path: string, value: unknown][] {
  if (isEmpty(value) || typeof value !== 'object' || value === null) return [[path, value]]
  if (Array.isArray(value)) return value.flatMap((item, at) => leaves(item, `${path}[${at}]`))
  return Object.entries(value).flatMap(([key, item]) => leaves(item, joined(path, key)))
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own(mapping: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(mapping, key) ? mapping[key] : undefined
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isMapping(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)])
  )
}

function joined(path: string, key: string): string {
  if (!/^[A-Za-z_][\w-]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`
  return path === '' ? key : `${path}.${key}`
}
