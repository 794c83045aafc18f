import { isMapping } from '../estate/mapping.ts'
import type { Path } from '../estate/path.ts'
import { formatPath, valueAt } from '../estate/path.ts'
import type { Failure, Item } from './failure.ts'

/**
 * The one line that a user reads: the rule's template with `{where}` as the item's name and `{field.path}` as the
 * value there, `{self}` as the item itself. A value that is not there reads as `(not set)`.
 */
export function messageOf({ rule, item }: Failure): string {
  return rule.message.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    if (name === 'where') return whereOf(item)
    return shown(name === 'self' ? item.self : valueAt(item.self, name.split('.')))
  })
}

/** `container "app"`, `volume "data"`, or `pod` where nothing smaller is meant. */
export function whereOf(item: Item): string {
  if (item.container !== null) {
    const { type, name, sidecar, index } = item.container
    const noun = sidecar ? 'sidecar container' : type === 'container' ? 'container' : `${type} container`
    return name === null ? `${noun} ${index}` : `${noun} "${name}"`
  }
  if (volumeIndex(item.path) !== null && isMapping(item.self)) {
    return typeof item.self.name === 'string' ? `volume "${item.self.name}"` : `volume ${volumeIndex(item.path)}`
  }
  return 'pod'
}

function volumeIndex(path: Path): number | null {
  const last = path.at(-1)
  return typeof last === 'number' && path.at(-2) === 'volumes' ? last : null
}

/** Values in messages are short: rules are about names and numbers, and a wrong value can be anything. */
function shown(value: unknown): string {
  if (value === undefined || value === null) return '(not set)'
  const text = typeof value === 'object' ? formatPath(Object.keys(value)) : String(value)
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`
}
