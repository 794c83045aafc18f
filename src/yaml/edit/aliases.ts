import type { AliasNode, ContentNode, YamlNode } from '../nodes.ts'

/** The aliases of each node that has some. */
export type Aliases = ReadonlyMap<ContentNode, readonly AliasNode[]>

/** All aliases of a document. The tree is not looked at where its text holds no `*`. */
export function aliasesOf(text: string, root: YamlNode): Aliases {
  const found = new Map<ContentNode, AliasNode[]>()
  const first = text.indexOf('*', root.start)
  if (first >= 0 && first < root.end) collect(root, found)
  return found
}

function collect(node: YamlNode, found: Map<ContentNode, AliasNode[]>): void {
  if (node.kind === 'alias') {
    const others = found.get(node.target)
    if (others === undefined) found.set(node.target, [node])
    else others.push(node)
  } else if (node.kind === 'sequence') for (const item of node.items) collect(item, found)
  else if (node.kind === 'mapping') for (const pair of node.pairs) collectPair(pair.key, pair.value, found)
}

function collectPair(key: YamlNode, value: YamlNode, found: Map<ContentNode, AliasNode[]>): void {
  collect(key, found)
  collect(value, found)
}

/** The first alias that stands outside of the nodes and refers to what is in them. */
export function aliasFromOutside(nodes: readonly YamlNode[], aliases: Aliases): AliasNode | undefined {
  if (aliases.size === 0) return undefined
  const [first] = nodes
  const last = nodes.at(-1)
  if (first === undefined || last === undefined) return undefined
  for (const [target, users] of aliases) {
    if (target.start < first.start || target.end > last.end) continue
    const outside = users.find(({ start }) => start < first.start || start >= last.end)
    if (outside !== undefined) return outside
  }
  return undefined
}
