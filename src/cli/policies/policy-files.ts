import type { Path } from '../../estate/path.ts'
import type { Resource } from '../../estate/resource.ts'
import { locateInOrigin } from '../../sources/locate.ts'
import { readSources } from '../../sources/read.ts'
import type { InputError, Position, SourceUnit } from '../../sources/unit.ts'

/** What the files that a user names as policies hold. */
export interface PolicyFiles {
  readonly resources: readonly Resource[]
  readonly errors: readonly InputError[]
  /** Where a field stands; undefined for an object of another source. */
  place(resource: Resource, path: Path): Position | undefined
}

export function readPolicyFiles(paths: readonly string[]): PolicyFiles {
  const units = new Map<Resource, SourceUnit>()
  const errors: InputError[] = []
  for (const unit of paths.length === 0 ? [] : readSources(paths, {})) {
    errors.push(...unit.errors)
    for (const resource of unit.resources) units.set(resource, unit)
  }
  return {
    resources: [...units.keys()],
    errors,
    place(resource, path) {
      const unit = units.get(resource)
      return unit === undefined ? undefined : (locateInOrigin(unit, resource, [path])[0] ?? undefined)
    }
  }
}
