import type { Path } from '../../estate/path.ts'
import type { YamlDocument } from '../../yaml/document.ts'
import { locateAll } from '../../yaml/locate.ts'
import type { Position } from '../unit.ts'
import { type Alignment, align } from './align.ts'
import type { SourceText } from './source-text.ts'

/** Text that one rendered object came from, or a part of it: a base, a patch, a template. */
export interface Place {
  readonly source: SourceText
  readonly document: YamlDocument
  /** Translates a path of the rendered object to one from the document's root. */
  readonly align: (rendered: unknown, path: Path) => Alignment
  /** Set where the text is a string inside the document, such as a patch in place: then that string is as near as it gets. */
  readonly within: Path | null
}

/** The object at `prefix` of a document as a place. */
export function objectPlace(source: SourceText, document: YamlDocument, prefix: Path, value: unknown): Place {
  return {
    source,
    document,
    within: null,
    align: (rendered, path) => {
      const alignment = align(rendered, value, path)
      return { ...alignment, path: [...prefix, ...alignment.path] }
    }
  }
}

interface Target {
  readonly place: Place
  readonly path: Path
}

/**
 * Where each path of a rendered object stands in what it was rendered from: in the patch that set the value, else in
 * the base, else at the nearest ancestor that any of them holds.
 * @param patches The one that was applied last comes first.
 */
export function findPlaces(
  rendered: unknown,
  paths: readonly Path[],
  base: Place,
  patches: readonly Place[]
): Position[] {
  const targets = paths.map((path) => targetOf(rendered, path, base, patches))
  const positions: Position[] = []
  for (const place of new Set(targets.map((target) => target.place))) {
    const indexes = targets.flatMap((target, index) => (target.place === place ? [index] : []))
    const found = locateAll(
      place.source.text,
      place.document,
      targets.filter((target) => target.place === place).map(({ path }) => path)
    )
    found.forEach(({ line, column, located }, order) => {
      const index = indexes[order]
      if (index === undefined) return
      const { file } = place.source
      positions[index] = {
        file,
        document: place.document.index,
        line,
        column,
        located: place.within === null ? located : 'parent'
      }
    })
  }
  return positions
}

function targetOf(rendered: unknown, path: Path, base: Place, patches: readonly Place[]): Target {
  for (const place of patches) {
    const alignment = place.align(rendered, path)
    if (alignment.complete && alignment.equal) return target(place, alignment)
  }
  let best = { place: base, alignment: base.align(rendered, path) }
  if (best.alignment.complete) return target(base, best.alignment)
  for (const place of patches) {
    const alignment = place.align(rendered, path)
    if (alignment.depth > best.alignment.depth) best = { place, alignment }
  }
  return target(best.place, best.alignment)
}

/** No document holds this key: a path with it is located at the key of what stands before it. */
const absent = '\u0000'

function target(place: Place, alignment: Alignment): Target {
  if (place.within !== null) return { place, path: place.within }
  return { place, path: alignment.complete ? alignment.path : [...alignment.path, absent] }
}
