import type { YamlNode } from '../nodes.ts'
import { isBlockScalar } from './extent.ts'

/**
 * The comments between two offsets, each from its `#` to the end of its line.
 *
 * @param nodes All that stands in that piece of the text besides comments and punctuation, in the order of the text.
 */
export function commentsBetween(text: string, nodes: readonly YamlNode[], from: number, to: number): string[] {
  const found: string[] = []
  let at = from
  for (const leaf of leavesOf(nodes)) {
    if (leaf.end <= from) continue
    if (leaf.start >= to) break
    addComments(text.slice(at, leaf.start), found)
    if (isBlockScalar(leaf)) addHeaderComment(text.slice(leaf.contentStart, leaf.end), found)
    at = leaf.end
  }
  if (at < to) addComments(text.slice(at, to), found)
  return found
}

/** Anchors and tags may hold a `#`. */
const commentOrProperty = /#[^\r\n\u0085\u2028\u2029]*|[&!][^\s,[\]{}]*/g

function addComments(gap: string, found: string[]): void {
  for (const [token] of gap.matchAll(commentOrProperty)) if (token.startsWith('#')) found.push(token.trimEnd())
}

function addHeaderComment(scalar: string, found: string[]): void {
  const comment = headerComment(scalar)
  if (comment !== undefined) found.push(comment)
}

/** The comment on the first line of a block scalar, behind its `|` or `>`. */
export function headerComment(scalar: string): string | undefined {
  return /^[|>][-+0-9]*[ \t]*(#[^\r\n\u0085\u2028\u2029]*)/.exec(scalar)?.[1]?.trimEnd()
}

function* leavesOf(nodes: readonly YamlNode[]): Generator<YamlNode> {
  for (const node of nodes) {
    if (node.kind === 'sequence') yield* leavesOf(node.items)
    else if (node.kind === 'mapping') yield* leavesOf(node.pairs.flatMap(({ key, value }) => [key, value]))
    else yield node
  }
}
