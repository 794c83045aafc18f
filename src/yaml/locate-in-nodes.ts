import { isMerge, keyName } from './full/key.ts'
import type { ContentNode, MappingNode, YamlNode, YamlPair } from './full/node.ts'
import type { Found, YamlPath } from './locate.ts'

/** A node on the way of a path, with the key that it stands at. */
interface Step {
  readonly node: YamlNode
  readonly key: YamlNode | undefined
}

/** Where the value at `path` stands, or the key of its nearest present ancestor. */
export function findInNodes(root: YamlNode, path: YamlPath): Found {
  let at: Step = { node: root, key: undefined }
  for (const part of path) {
    const next = child(contentOf(at.node), part)
    if (next === undefined) return { offset: (at.key ?? at.node).start, located: 'parent' }
    at = next
  }
  const { node, key } = at
  const empty = node.start === node.end
  return { offset: empty && key !== undefined ? key.start : node.start, located: 'exact' }
}

function contentOf(node: YamlNode): ContentNode {
  return node.kind === 'alias' ? node.target : node
}

function child(parent: ContentNode, part: string | number): Step | undefined {
  if (parent.kind === 'sequence') {
    const item = typeof part === 'number' ? parent.items[part] : undefined
    return item && { node: item, key: undefined }
  }
  const pair = parent.kind === 'mapping' ? findPair(parent, String(part)) : undefined
  return pair && { node: pair.value, key: pair.key }
}

/** The pair whose value counts: the last one set, by its own key or by a merge. */
function findPair(mapping: MappingNode, name: string): YamlPair | undefined {
  for (const pair of mapping.pairs.toReversed()) {
    const found = isMerge(pair.key) ? findMerged(pair.value, name) : keyName(pair.key) === name && pair
    if (found) return found
  }
  return undefined
}

/** In a list of merged mappings the first one that has the key counts. */
function findMerged(node: YamlNode, name: string): YamlPair | undefined {
  const content = contentOf(node)
  if (content.kind === 'mapping') return findPair(content, name)
  if (content.kind !== 'sequence') return undefined
  for (const item of content.items) {
    const found = findMerged(item, name)
    if (found !== undefined) return found
  }
  return undefined
}
