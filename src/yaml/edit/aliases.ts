import type { AliasNode, ContentNode, YamlNode } from '../nodes.ts'

/** The aliases of each node that has some. */
export type Aliases = ReadonlyMap<ContentNode, readonly AliasNode[]>

/** All aliases of a document. The tree is not looked at where its text holds no `*`. */
export function aliasesOf(text: string, root: YamlNode): Aliases {
  const found = new Map<ContentNode, AliasNode[]>()
  if (text.slice(root.start, root.end).includes('*'))
    for (const alias of aliasesIn(root)) {
      const others = found.get(alias.target)
      if (others === undefined) found.set(alias.target, [alias])
      else others.push(alias)
    }
  return found
}

/** The aliases in a node, and in what stands in it. */
export function* aliasesIn(node: YamlNode): Generator<AliasNode> {
  if (node.kind === 'alias') yield node
  else if (node.kind === 'sequence') for (const item of node.items) yield* aliasesIn(item)
  else if (node.kind === 'mapping')
    for (const { key, value } of node.pairs) {
      yield* aliasesIn(key)
      yield* aliasesIn(value)
    }
}

/** The first alias that stays, stands outside of the nodes and refers to what is in them. */
export function aliasFromOutside(
  nodes: readonly YamlNode[],
  aliases: Aliases,
  stays: (alias: AliasNode) => boolean
): AliasNode | undefined {
  if (aliases.size === 0) return undefined
  const [first] = nodes
  const last = nodes.at(-1)
  if (first === undefined || last === undefined) return undefined
  for (const [target, users] of aliases) {
    if (target.start < first.start || target.end > last.end) continue
    const outside = users.find((user) => (user.start < first.start || user.start >= last.end) && stays(user))
    if (outside !== undefined) return outside
  }
  return undefined
}
