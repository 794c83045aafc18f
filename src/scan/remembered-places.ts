import { formatPath, type Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import { locateInOrigin } from '../sources/locate.ts'
import type { Position, SourceUnit } from '../sources/unit.ts'

/** Places of fields that a verdict may point to later, looked up while the text is in memory. */
export class RememberedPlaces {
  readonly #places = new Map<Resource, ReadonlyMap<string, Position>>()

  /** @param paths From the object's root. */
  remember(unit: SourceUnit, resource: Resource, paths: readonly Path[]): void {
    const positions = locateInOrigin(unit, resource, paths)
    const places = new Map<string, Position>()
    positions.forEach((position, index) => {
      if (position !== null) places.set(formatPath(paths[index] ?? []), position)
    })
    this.#places.set(resource, places)
  }

  /** The place of each path; null where one of them was not looked up. */
  of(resource: Resource, paths: readonly Path[]): Position[] | null {
    const places = this.#places.get(resource)
    if (places === undefined) return null
    const found = paths.flatMap((path) => places.get(formatPath(path)) ?? [])
    return found.length === paths.length ? found : null
  }
}
