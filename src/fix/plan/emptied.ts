import { type Path, valueAt } from '../../estate/path.ts'
import type { Change } from '../../yaml/edit/change.ts'

/** What means something where it is empty, or has to be there. */
const kept: ReadonlySet<string | number> = new Set([
  'spec',
  'metadata',
  'template',
  'securityContext',
  'containers',
  'emptyDir'
])

/**
 * The changes with what they leave empty removed as well: a list of capabilities without one, options without any.
 * @param after The object as the changes make it.
 */
export function withoutEmptied(changes: readonly Change[], before: unknown, after: unknown): readonly Change[] {
  if (!changes.some((change) => 'remove' in change)) return changes
  const emptied = new Map<string, Path>()
  for (const change of changes) {
    if (!('remove' in change)) continue
    const top = emptiedAbove(change.path, before, after)
    if (top !== null) emptied.set(JSON.stringify(top), top)
  }
  if (emptied.size === 0) return changes
  const tops = [...emptied.values()]
  const rest = changes.filter(({ path }) => !tops.some((top) => top.every((step, index) => path[index] === step)))
  return [...rest, ...tops.map((path): Change => ({ path, remove: true }))]
}

/** The highest ancestor that held something and holds nothing any more; null where there is none. */
function emptiedAbove(path: Path, before: unknown, after: unknown): Path | null {
  let top: Path | null = null
  for (let depth = path.length - 1; depth > 0; depth--) {
    const ancestor = path.slice(0, depth)
    const last = path[depth - 1]
    if (typeof last === 'number' || last === undefined || kept.has(last)) break
    const isGone = top !== null && onlyChild(valueAt(after, ancestor), path[depth])
    if (!isGone && !isEmpty(valueAt(after, ancestor))) break
    if (isEmpty(valueAt(before, ancestor))) break
    top = ancestor
  }
  return top
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

function onlyChild(value: unknown, key: string | number | undefined): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const keys = Object.keys(value)
  return keys.length === 1 && keys[0] === key
}
