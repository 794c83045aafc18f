import type { YamlNode } from '../nodes.ts'
import { commentsBetween, headerComment } from './comments.ts'
import { contentEnd, isBlockScalar } from './extent.ts'
import type { Pen } from './pen.ts'
import { dashOf, keyStart, type Site } from './site.ts'
import { lineEnd } from './text-lines.ts'
import { innerColumn } from './write-block.ts'

/** Behind a key's colon or a dash. */
type Headed = Extract<Site, { readonly head: number }>

function isInline(node: YamlNode): boolean {
  if (node.kind === 'scalar') return !isBlockScalar(node)
  return node.kind === 'alias' || node.flow
}

/** By a value that stands on one line. */
export function replaceByText(pen: Pen, node: YamlNode, written: string, site: Headed): void {
  if (isInline(node)) replaceInline(pen, node, written, site)
  else if (node.kind === 'scalar') {
    const comment = headerComment(pen.text.slice(node.contentStart, node.end))
    pen.write(node.start, contentEnd(pen.text, node), comment === undefined ? written : `${written} ${comment}`)
  } else replaceBlock(pen, node, written, site)
}

function replaceInline(pen: Pen, node: YamlNode, written: string, site: Headed): void {
  const end = lineEnd(pen.text, node.end)
  pen.write(node.start, node.end, node.start === node.end ? ` ${written}` : written)
  const comments = commentsBetween(pen.text, [node], node.start, node.end)
  pen.write(end, end, pen.broken(comments.map((comment) => ' '.repeat(site.column) + comment)))
}

/** A block collection by a text on the line of its key or dash. */
function replaceBlock(pen: Pen, node: YamlNode, written: string, { head, column: at }: Headed): void {
  const { text } = pen
  const headEnd = lineEnd(text, head)
  const end = contentEnd(text, node)
  const pad = ' '.repeat(at)
  if (contentStart(text, node) < headEnd) {
    const comments = commentsBetween(text, [node], node.start, end)
    pen.write(node.start, end, written)
    pen.write(lineEnd(text, end), lineEnd(text, end), pen.broken(comments.map((comment) => pad + comment)))
    return
  }
  const comments = commentsBetween(text, [node], headEnd, lineEnd(text, end))
  pen.write(head, propertiesEnd(text, node, headEnd, head), ` ${written}`)
  pen.write(headEnd, lineEnd(text, end), pen.broken(comments.map((comment) => pad + comment)))
}

/** Where the content of a node begins that has an anchor or a tag; of a block collection, its first key or dash. */
function contentStart(text: string, node: YamlNode): number {
  if (node.kind === 'mapping' && !node.flow) return keyStart(text, node.pairs[0]?.key ?? node)
  return node.kind === 'sequence' && !node.flow ? dashOf(text, node, 0) : node.start
}

/** Behind the anchor and tag of a block collection where they stand on the line of its key or dash. */
function propertiesEnd(text: string, { start }: YamlNode, headEnd: number, otherwise: number): number {
  if (start >= headEnd || !/[&!]/.test(text.charAt(start))) return otherwise
  return start + (/^[&!]\S*([ \t]+[&!]\S*)?/.exec(text.slice(start, headEnd))?.[0].length ?? 0)
}

/** By a mapping or list that has lines of its own. */
export function replaceByLines(
  pen: Pen,
  node: YamlNode,
  linesAt: (column: number) => readonly string[],
  isList: boolean,
  site: Headed,
  mark: string
): void {
  const { text } = pen
  const at = site.kind === 'item' ? site.column + 2 : innerColumn(isList, site.column, pen.style)
  const end = contentEnd(text, node)
  const headEnd = lineEnd(text, site.head)
  // What stands on lines below the key or dash makes way from the end of that line on.
  const isBelow = contentStart(text, node) > headEnd
  const from = isBelow ? headEnd : site.head
  const to = isBelow ? lineEnd(text, end) : end
  const comments = commentsBetween(text, [node], from, to).map((comment) => ' '.repeat(at) + comment)
  if (isBelow) pen.write(site.head, propertiesEnd(text, node, headEnd, site.head), mark === '' ? '' : ` ${mark}`)
  const lines = linesAt(at)
  const [first = '', ...rest] = lines
  const compact = site.kind === 'item' && !isBelow && mark === ''
  if (!isBelow) pen.write(from, to, compact ? ` ${first.slice(at)}` : mark === '' ? '' : ` ${mark}`)
  const below = compact ? [...rest, ...comments] : [...comments, ...lines]
  const target = lineEnd(text, to)
  pen.write(isBelow ? from : target, target, pen.broken(below))
}
