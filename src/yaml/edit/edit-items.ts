import type { YamlDocument } from '../document.ts'
import { type ItemSpan, listItems } from '../list-items.ts'
import { locateAll, type YamlPath } from '../locate.ts'
import { parseNodes, type YamlNode } from '../nodes.ts'
import { YamlFault } from '../problem.ts'
import type { Change } from './change.ts'
import { Draft } from './changed.ts'
import { isMapping } from './mappings.ts'
import { Rewriter } from './rewriter.ts'
import { type Site, siteOfItem } from './site.ts'
import type { Splice } from './splices.ts'
import { lineKind, lineStart, nextLineStart, skipBlanks } from './text-lines.ts'

/** In UTF-16 units: from here on, the items of a document's list are edited one by one. */
const longDocument = 1 << 18

/**
 * The splices for changes inside items of a long list, such as a dump of a cluster: of each item that changes, the syntax
 * tree is read by itself, since that of the whole takes thirty times the document's size in memory.
 *
 * Undefined where that cannot be done. The result needs to be verified: anchors may tie items together.
 */
export function editItems(text: string, document: YamlDocument, changes: readonly Change[]): Splice[] | undefined {
  const { start, end, value, problems } = document
  const key = changes[0]?.path[0]
  if (end - start < longDocument || typeof key !== 'string' || !isMapping(value) || problems.length > 0)
    return undefined
  const list = value[key]
  const byItem = changesByItem(changes, key)
  if (!Array.isArray(list) || byItem === undefined) return undefined
  const splices: Splice[] = []
  const places = placesOf(text, document, key, [...byItem.keys()])
  for (const [index, own] of byItem) {
    const place = places?.get(index)
    if (place === undefined || index >= list.length) return undefined
    const draft = new Draft(list[index])
    for (const change of own) draft.apply(change)
    const rewriter = new Rewriter(text, { ...document, value: list[index] }, place.node, draft, place.site)
    if (rewriter.refusals.length > 0) return undefined
    splices.push(...rewriter.splices)
  }
  return splices
}

/** The changes inside each item, as seen from there; undefined where some are about something else. */
function changesByItem(changes: readonly Change[], key: string): Map<number, Change[]> | undefined {
  const byItem = new Map<number, Change[]>()
  for (const change of changes) {
    const [first, index, ...path] = change.path
    if (first !== key || typeof index !== 'number' || path.length === 0) return undefined
    const own = byItem.get(index) ?? []
    byItem.set(index, own)
    own.push({ ...change, path })
  }
  return byItem
}

interface Place {
  readonly node: YamlNode
  readonly site: Site
}

/** The items of the list that can be read by themselves. */
function placesOf(
  text: string,
  document: YamlDocument,
  key: string,
  indexes: readonly number[]
): ReadonlyMap<number, Place> | undefined {
  const places = new Map<number, Place>()
  if (document.format === 'json') {
    const spans = listItems(text, document, key)
    for (const index of indexes) {
      const span = spans?.[index]
      if (span === undefined) return undefined
      const node = parseNodes(text, { ...span, format: 'json' })
      if (node !== undefined) places.set(index, { node, site: { kind: 'flow', lead: '' } })
    }
    return places
  }
  const paths = indexes.map((index): YamlPath => [key, index])
  const found = locateAll(text, document, paths)
  indexes.forEach((index, at) => {
    const { offset, located } = found[at] ?? { offset: 0, located: 'parent' }
    const place = located === 'exact' ? readItem(text, linesOf(text, document, offset)) : undefined
    if (place !== undefined) places.set(index, place)
  })
  return places
}

/** The lines of the item whose first key stands at the offset, from its dash up to the next line that is not deeper. */
function linesOf(text: string, document: YamlDocument, offset: number): ItemSpan {
  const start = lineStart(text, offset)
  const column = skipBlanks(text, start) - start
  let end = nextLineStart(text, start)
  while (end < document.end && (lineKind(text, end) !== 'content' || skipBlanks(text, end) - end > column))
    end = nextLineStart(text, end)
  return { start, end }
}

function readItem(text: string, span: ItemSpan): Place | undefined {
  try {
    const list = parseNodes(text, span)
    if (list?.kind !== 'sequence' || list.flow || list.items.length !== 1) return undefined
    const [node] = list.items
    return node && { node, site: siteOfItem(text, list, 0) }
  } catch (fault) {
    if (fault instanceof YamlFault) return undefined
    throw fault
  }
}
