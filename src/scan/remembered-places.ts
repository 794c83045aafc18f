import type { Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import type { Position } from '../sources/unit.ts'

interface Place {
  readonly path: Path
  readonly position: Position
}

/** Places of fields that a verdict may point to later, looked up while the text was in memory. */
export class RememberedPlaces {
  readonly #places = new Map<Resource, readonly Place[]>()

  /** @param paths From the object's root, each with its position. */
  remember(resource: Resource, paths: readonly Path[], positions: readonly (Position | null)[]): void {
    const places: Place[] = []
    for (let index = 0; index < paths.length; index++) {
      const path = paths[index]
      const position = positions[index] ?? null
      if (path !== undefined && position !== null) places.push({ path, position })
    }
    this.#places.set(resource, places)
  }

  /** The place of each path; null where one of them was not looked up. */
  of(resource: Resource, paths: readonly Path[]): Position[] | null {
    const places = this.#places.get(resource)
    if (places === undefined) return null
    const found = paths.flatMap((path) => places.find((place) => isSame(place.path, path))?.position ?? [])
    return found.length === paths.length ? found : null
  }
}

function isSame(a: Path, b: Path): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false
  return true
}
