import type { Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import { locateAll } from '../yaml/locate.ts'
import type { Position, SourceUnit } from './unit.ts'

/**
 * Finds fields of one resource in the user's own text: for each path from the object's root the position of its value,
 * or of the nearest ancestor's key. Computed only when asked, and for all paths of a resource at once.
 */
export function locateInOrigin(unit: SourceUnit, resource: Resource, paths: readonly Path[]): (Position | null)[] {
  if (unit.locate !== null) return unit.locate(resource, paths)
  const { document: index, prefix } = resource.origin
  const document = unit.documents[index]
  if (document === undefined) throw new Error(`${unit.file} has no document ${index}`)
  const fromRoot = prefix.length === 0 ? paths : paths.map((path) => [...prefix, ...path])
  const positions = locateAll(unit.text, document, fromRoot)
  return positions.map(({ line, column, located }) => ({ file: unit.file, document: index, line, column, located }))
}
