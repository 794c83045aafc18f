import type { Resource } from '../estate/resource.ts'

/**
 * Of objects that share a name, the one that another object means. In a cluster there is one. In files, several
 * applications may lie side by side, so it is the one whose file is nearest; of equally near ones the last, as when they
 * are applied in turn.
 */
export function nearest(candidates: readonly Resource[], to: Resource): Resource | undefined {
  const [first] = candidates
  if (candidates.length < 2) return first
  const from = to.origin.file ?? ''
  let found = first
  let best = -1
  for (const candidate of candidates) {
    const closeness = closenessOf(candidate.origin.file ?? '', from)
    if (closeness < best) continue
    best = closeness
    found = candidate
  }
  return found
}

/** How many folders two files share; the same file is nearer than any other. */
function closenessOf(a: string, b: string): number {
  if (a === b) return Number.MAX_SAFE_INTEGER
  let shared = 0
  for (let from = 0, slash = a.indexOf('/'); slash !== -1; from = slash + 1, slash = a.indexOf('/', from)) {
    if (!b.startsWith(a.slice(from, slash), from) || !endsPart(b, slash)) break
    shared++
  }
  return shared
}

/** A path may end with the name of a folder. */
function endsPart(path: string, at: number): boolean {
  return at === path.length || path.charCodeAt(at) === slashCode
}

const slashCode = 0x2f

/** A manifest without a namespace may be applied to any. */
export function mayShareNamespace(a: string | null, b: string | null): boolean {
  return a === b || a === null || b === null
}

/**
 * True for files of one application, as far as their places tell: one lies in the folder of the other or below it, or
 * their folders lie side by side. Null stands for a running cluster, where everything belongs together.
 */
export function areNeighbours(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return true
  const left = upwards(upwards(a))
  const right = upwards(upwards(b))
  return left.startsWith(right) || right.startsWith(left)
}

/** True where one file lies in the folder of the other or below it, and for what is in a running cluster. */
export function isInFolderOf(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true
  const left = upwards(a)
  const right = upwards(b)
  return left.startsWith(right) || right.startsWith(left)
}

/** The folder of a file or folder, with a slash at its end; empty at the top. */
function upwards(path: string): string {
  return path.slice(0, path.lastIndexOf('/', path.length - 2) + 1)
}
