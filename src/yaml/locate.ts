import type { YamlDocument } from './document.ts'
import { JsonOutline } from './json/outline.ts'
import { lineTable } from './lines.ts'
import { findInNodes } from './locate-in-nodes.ts'
import { Outline } from './outline/outline.ts'
import { SyntaxTree } from './syntax-tree.ts'

/** Object keys and array indexes from the document's root, such as `['spec', 'containers', 0, 'image']`. */
export type YamlPath = readonly (string | number)[]

export interface Position {
  /** In UTF-16 units from the start of the text. */
  readonly offset: number
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 units. */
  readonly column: number
  /** `exact`: of the value at the path. `parent`: the path ends early, and this is the key of its last present part. */
  readonly located: 'exact' | 'parent'
}

/** A position before its line is known. */
export interface Found {
  readonly offset: number
  readonly located: 'exact' | 'parent'
}

/**
 * Where the values at `paths` stand in the text, in the order of the paths.
 *
 * - A value begins at its first character, or at its anchor or tag; a mapping or list at its first key or item.
 *   A value that is empty (`key:`) is located at its key.
 * - Where a path leads into an alias or a merged mapping, the text of the anchor is where the value stands. Where
 *   it ends at an alias, it is the alias: what to edit for this place alone.
 * - A path that is not there is located at the key of its nearest ancestor; a list item has no key, so it is the
 *   item itself, and for the whole document its first character.
 */
export function locateAll(text: string, document: YamlDocument, paths: readonly YamlPath[]): Position[] {
  if (paths.length === 0) return []
  const lines = lineTable(text)
  return findAll(text, document, paths).map(({ offset, located }) => {
    const { line, column } = lines.at(offset)
    return { offset, line, column, located }
  })
}

function findAll(text: string, document: YamlDocument, paths: readonly YamlPath[]): Found[] {
  if (document.value === undefined) return paths.map(() => ({ offset: document.start, located: 'parent' }))
  const outline = outlineOf(text, document)
  return paths.map((path) => outline.find(path) ?? findInTree(text, document, path))
}

function findInTree(text: string, document: YamlDocument, path: YamlPath): Found {
  const nearest = treeOf(text, document).nearest(path)
  return nearest === undefined ? { offset: document.start, located: 'parent' } : findInNodes(nearest.node, nearest.rest)
}

let latestOutline: { readonly document: YamlDocument; readonly outline: Outline | JsonOutline } | undefined

/** One outline is kept: a scan asks about each object of a List in turn. */
function outlineOf(text: string, document: YamlDocument): Outline | JsonOutline {
  if (latestOutline?.document !== document) latestOutline = { document, outline: newOutline(text, document) }
  return latestOutline.outline
}

function newOutline(text: string, document: YamlDocument): Outline | JsonOutline {
  return document.format === 'json' ? new JsonOutline(text, document.start) : new Outline(text, document)
}

let latest: SyntaxTree | undefined

/** One tree is kept: whoever asks about a document tends to ask about it again. */
function treeOf(text: string, document: YamlDocument): SyntaxTree {
  if (latest === undefined || !latest.isOf(document)) latest = new SyntaxTree(text, document)
  return latest
}
