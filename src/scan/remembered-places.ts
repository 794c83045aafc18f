import type { Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import type { Position } from '../sources/unit.ts'

/** A field and where it stands in the file of its object. */
type Place = Pick<Position, 'line' | 'column' | 'located'> & { readonly path: Path }

/** Places of fields that a verdict may point to later, looked up while the text was in memory. */
export class RememberedPlaces {
  readonly #places = new Map<Resource, readonly Place[]>()

  /** @param paths From the object's root, each with its position. */
  remember(resource: Resource, paths: readonly Path[], positions: readonly (Position | null)[]): void {
    const places = paths.map((path, index): Place | null => {
      const position = positions[index] ?? null
      if (position === null) return null
      const { line, column, located } = position
      return { path, line, column, located }
    })
    this.#places.set(
      resource,
      places.filter((place) => place !== null)
    )
  }

  /** The place of each path; null where one of them was not looked up. */
  of(resource: Resource, paths: readonly Path[]): Position[] | null {
    const places = this.#places.get(resource)
    const { file, document } = resource.origin
    if (places === undefined || file === null) return null
    const found = paths.flatMap((path) => {
      const place = places.find((each) => isSame(each.path, path))
      if (place === undefined) return []
      const { line, column, located } = place
      return [{ file, document, line, column, located }]
    })
    return found.length === paths.length ? found : null
  }
}

function isSame(a: Path, b: Path): boolean {
  return a === b || (a.length === b.length && a.every((step, index) => step === b[index]))
}
