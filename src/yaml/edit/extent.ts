import type { ScalarNode, YamlNode } from '../nodes.ts'
import { isBreakAt, lineEnd, lineKind, nextLineStart, skipBlanks } from './text-lines.ts'

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

/** Whether a block scalar's own line breaks at its end count. */
export function keepsBreaks(text: string, { contentStart }: ScalarNode): boolean {
  return /^[|>][0-9]?\+/.test(text.slice(contentStart, contentStart + 3))
}

/** Behind the last character of a node; for a block scalar, behind its last line with content, without the line break. */
export function contentEnd(text: string, node: YamlNode): number {
  const leaf = lastLeaf(node)
  if (!isBlockScalar(leaf)) return leaf.end
  const headerEnd = lineEnd(text, leaf.contentStart)
  let at = leaf.end
  while (at > headerEnd && /\s|\u0085/.test(text.charAt(at - 1))) at--
  // Blanks at the end of the last line are its own.
  return Math.max(Math.min(lineEnd(text, at), leaf.end), headerEnd)
}

/**
 * The end of the last line of a node in a block collection, together with the comments below that are indented deeper
 * than the collection's `column`: they belong to what is inside.
 */
export function endOfLines(text: string, node: YamlNode, column: number): number {
  let end = lineEnd(text, contentEnd(text, node))
  let line = nextLineStart(text, end)
  while (line < text.length) {
    const kind = lineKind(text, line)
    if (kind === 'content' || (kind === 'comment' && skipBlanks(text, line) - line <= column)) break
    if (kind === 'comment') end = lineEnd(text, line)
    line = nextLineStart(text, line)
  }
  return end
}

/** The end of the empty lines behind the line that ends at `end`. */
export function endOfBlankLines(text: string, end: number): number {
  let at = end
  for (let line = nextLineStart(text, at); line < text.length && lineKind(text, line) === 'blank'; ) {
    at = lineEnd(text, line)
    line = nextLineStart(text, line)
  }
  return at
}

/** Whether a node ends with a block scalar at the end of a text that has no last line break. */
export function endsOpen(text: string, node: YamlNode): boolean {
  return isBlockScalar(node) && node.end === text.length && !isBreakAt(text, text.length - 1)
}
