import type { ScalarNode, YamlNode } from '../nodes.ts'
import { lineEnd } from './text-lines.ts'

/** The last scalar, alias or collection in brackets of a node, where its text ends. */
export function lastLeaf(node: YamlNode): YamlNode {
  if (node.kind === 'mapping' && !node.flow) {
    const last = node.pairs.at(-1)
    return last === undefined ? node : lastLeaf(last.value)
  }
  if (node.kind === 'sequence' && !node.flow) {
    const last = node.items.at(-1)
    return last === undefined ? node : lastLeaf(last)
  }
  return node
}

export function isBlockScalar(node: YamlNode): node is ScalarNode {
  return node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded')
}

/**
 * Where the text of a node ends that a new line may follow without changing its value: behind its last character, and
 * for block scalars behind their last line with content, or behind all the line breaks that they keep.
 */
export function contentEnd(text: string, node: YamlNode): number {
  const leaf = lastLeaf(node)
  if (!isBlockScalar(leaf)) return leaf.end
  const header = text.slice(leaf.contentStart, lineEnd(text, leaf.contentStart))
  return keepsBreaks(header) ? leaf.end : trimmedEnd(text, leaf)
}

function keepsBreaks(header: string): boolean {
  return /^[|>][0-9]?\+/.test(header)
}

function trimmedEnd(text: string, { contentStart, end }: ScalarNode): number {
  const headerEnd = lineEnd(text, contentStart)
  let at = end
  while (at > headerEnd && /[ \t\r\n\u0085\u2028\u2029]/.test(text.charAt(at - 1))) at--
  // Blanks at the end of the last line are its own.
  return Math.min(lineEnd(text, at), end)
}
