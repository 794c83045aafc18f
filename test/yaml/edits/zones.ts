import type { Change } from '../../../src/yaml/edit/change.ts'
import type { Splice } from '../../../src/yaml/edit/splices.ts'
import { lineKind, lineStart, nextLineStart, skipBlanks } from '../../../src/yaml/edit/text-lines.ts'
import { isMerge, keyName } from '../../../src/yaml/full/key.ts'
import { parseNodes, type YamlNode } from '../../../src/yaml/nodes.ts'
import type { YamlDocument } from '../../../src/yaml/parse.ts'

/** Some of the text's lines, by offsets. */
interface Zone {
  readonly start: number
  readonly end: number
}

/**
 * The splices that are not on the lines of what the changes are about: the value at the path, or the nearest to it that
 * there is, with the comments below it; and aliases with their anchors, which stand for what is elsewhere.
 */
export function outsideOfZones(
  text: string,
  document: YamlDocument,
  changes: readonly Change[],
  splices: readonly Splice[]
): Splice[] {
  const root = parseNodes(text, document)
  // What a merge brings stands anywhere.
  if (root === undefined || text.includes('<<:')) return []
  const zones = changes.map(({ path }) => linesOf(text, nearest(root, path)))
  for (const node of nodesIn(root))
    if (node.kind === 'alias') zones.push(linesOf(text, node), linesOf(text, node.target))
  const joined = join(zones)
  return splices.filter(({ start, end }) => !joined.some((zone) => zone.start <= start && end <= zone.end))
}

/** Zones that touch become one. */
function join(zones: readonly Zone[]): Zone[] {
  const joined: Zone[] = []
  for (const zone of zones.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last === undefined || last.end < zone.start) joined.push(zone)
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, zone.end) }
  }
  return joined
}

/** Where the text of a path ends up. */
function nearest(root: YamlNode, path: readonly (string | number)[]): Zone {
  let zone: Zone = root
  let node = root
  for (const step of path) {
    const content = node.kind === 'alias' ? node.target : node
    if (content.kind === 'sequence') {
      const item = content.items[Number(step)]
      if (item === undefined) return zone
      // Its dash may stand on a line above.
      zone = { start: content.items[Number(step) - 1]?.end ?? content.start, end: item.end }
      node = item
    } else if (content.kind === 'mapping') {
      const pair = content.pairs.findLast(({ key }) => !isMerge(key) && keyName(key) === String(step))
      if (pair === undefined) return zone
      zone = { start: pair.key.start, end: Math.max(pair.key.end, pair.value.end) }
      node = pair.value
    } else return zone
  }
  return zone
}

/**
 * The lines of a piece of text, from the line with content before it, which may hold its comma, to the first character of
 * the one behind it, which may take its place.
 */
function linesOf(text: string, { start, end }: Zone): Zone {
  const top = lineStart(text, 0)
  let from = lineStart(text, start)
  do from = from === top ? top : lineStart(text, from - 1)
  while (from > top && lineKind(text, from) !== 'content')
  let to = nextLineStart(text, end)
  while (to < text.length && lineKind(text, to) !== 'content' && nextLineStart(text, to) > to)
    to = nextLineStart(text, to)
  return { start: from, end: skipBlanks(text, to) }
}

function* nodesIn(node: YamlNode): Generator<YamlNode> {
  yield node
  if (node.kind === 'sequence') for (const item of node.items) yield* nodesIn(item)
  else if (node.kind === 'mapping')
    for (const { key, value } of node.pairs) {
      yield* nodesIn(key)
      yield* nodesIn(value)
    }
}
