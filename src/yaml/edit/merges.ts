import { isMerge, keyName } from '../full/key.ts'
import type { ContentNode, MappingNode, YamlNode, YamlPair } from '../nodes.ts'

export function contentOf(node: YamlNode): ContentNode {
  return node.kind === 'alias' ? node.target : node
}

/** The pairs of a mapping that have the key themselves. */
export function ownPairs(mapping: MappingNode, key: string): YamlPair[] {
  return mapping.pairs.filter((pair) => !isMerge(pair.key) && keyName(pair.key) === key)
}

/** The mappings that are merged into one, directly or through others. */
export function* mergedInto(mapping: MappingNode): Generator<MappingNode> {
  for (const { key, value } of mapping.pairs) if (isMerge(key)) yield* mappingsIn(contentOf(value))
}

function* mappingsIn(content: ContentNode): Generator<MappingNode> {
  if (content.kind === 'mapping') {
    yield content
    yield* mergedInto(content)
  } else if (content.kind === 'sequence') for (const item of content.items) yield* mappingsIn(contentOf(item))
}

/**
 * Whether a key of `source` is what counts in the mapping, as go-yaml merges: what stands last counts, be it the
 * mapping's own key or a merge; in a list of merges the first one does.
 */
export function reaches(mapping: MappingNode, source: MappingNode, key: string): boolean {
  return provider(mapping, source, key) === source
}

/**
 * The mapping that decides about the key, if it were also in `source`: `mapping` itself for its own pair. Undefined
 * where nothing does.
 */
function provider(mapping: MappingNode, source: MappingNode, key: string): MappingNode | undefined {
  if (mapping === source) return source
  for (const pair of mapping.pairs.toReversed()) {
    const found = isMerge(pair.key)
      ? providerIn(contentOf(pair.value), source, key)
      : keyName(pair.key) === key
        ? mapping
        : undefined
    if (found !== undefined) return found
  }
  return undefined
}

function providerIn(content: ContentNode, source: MappingNode, key: string): MappingNode | undefined {
  if (content.kind === 'mapping') return provider(content, source, key)
  if (content.kind !== 'sequence') return undefined
  for (const item of content.items) {
    const found = providerIn(contentOf(item), source, key)
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether the mapping's own pair decides about the key. */
export function ownPairCounts(mapping: MappingNode, pair: YamlPair, key: string): boolean {
  const later = mapping.pairs.slice(mapping.pairs.indexOf(pair) + 1)
  return !later.some(({ key: merge, value }) => isMerge(merge) && hasKey(contentOf(value), key))
}

function hasKey(content: ContentNode, key: string): boolean {
  for (const mapping of mappingsIn(content)) if (ownPairs(mapping, key).length > 0) return true
  return false
}
