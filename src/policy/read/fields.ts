import { isMapping, type Mapping, mappingAt } from '../../estate/mapping.ts'
import type { Path } from '../../estate/path.ts'
import type { Resource } from '../../estate/resource.ts'
import type { PolicyProblem } from '../problem.ts'

/** Reads the fields of one object and notes what is wrong with them. */
export class FieldReader {
  readonly resource: Resource
  readonly problems: PolicyProblem[] = []

  constructor(resource: Resource) {
    this.resource = resource
  }

  report(path: Path, message: string): void {
    this.problems.push({ resource: this.resource, path, message })
  }

  /** The text at a key; reported where it is missing or empty. */
  text(parent: Mapping, key: string, path: Path): string {
    const value = parent[key]
    if (typeof value === 'string' && value.trim() !== '') return value
    this.report([...path, key], `${key} is missing`)
    return ''
  }

  /** One of the known texts; the first of them where there is none, reported where it is another. */
  choice<T extends string>(parent: Mapping, key: string, known: readonly [T, ...T[]], path: Path): T {
    const value = parent[key] ?? known[0]
    const found = known.find((one) => one === value)
    if (found === undefined) this.report([...path, key], `${key} must be one of ${known.join(', ')}`)
    return found ?? known[0]
  }
}

/** The mappings in the list at a key, each with its index. */
export function mappingsIn(parent: Mapping | undefined, key: string): [number, Mapping][] {
  const list = parent?.[key]
  return Array.isArray(list)
    ? list.flatMap((value, index): [number, Mapping][] => (isMapping(value) ? [[index, value]] : []))
    : []
}

/** The texts in the list at a key. */
export function textsIn(parent: Mapping, key: string): string[] {
  const list = parent[key]
  return Array.isArray(list) ? list.filter((value) => typeof value === 'string') : []
}

/** The `spec` of an object; empty where it has none. */
export function specOf({ object }: Resource): Mapping {
  return mappingAt(object, 'spec') ?? {}
}
