import type { AliasNode, YamlNode } from '../nodes.ts'
import { commentsBetween } from './comments.ts'
import { contentEnd } from './extent.ts'
import { plainFlow } from './flow-style.ts'
import { inlineText } from './inline-text.ts'
import type { Pen } from './pen.ts'
import { replaceByLiteral } from './replace-by-literal.ts'
import { replaceByLines, replaceByText } from './replace-in-block.ts'
import { flowReplacement, replaceInFlow } from './replace-in-flow.ts'
import type { Site } from './site.ts'
import { beginsLine, lineStart } from './text-lines.ts'
import { collectionLines, isNested, pairLines } from './write-block.ts'
import { flowKey, flowText } from './write-flow.ts'

/**
 * Writes another value in the place of a node, whatever both are. Comments inside it stay, as lines of their own.
 *
 * @param anchor The name of an anchor that stays, or nothing.
 */
export function replaceNode(pen: Pen, node: YamlNode, wanted: unknown, site: Site, anchor = ''): void {
  const mark = anchor === '' ? '' : `&${anchor}`
  if (site.kind === 'flow') replaceInFlow(pen, node, marked(mark, flowReplacement(pen, node, wanted)), site.lead)
  else if (site.kind === 'root' && pen.isJson) replaceInFlow(pen, node, flowReplacement(pen, node, wanted))
  else if (site.kind === 'root') replaceRoot(pen, node, wanted)
  else if (site.kind === 'complex') replaceComplex(pen, node, wanted, mark)
  else if (isNested(wanted))
    replaceByLines(pen, node, (at) => collectionLines(wanted, at, pen.style), Array.isArray(wanted), site, mark)
  else if (!replaceByLiteral(pen, node, wanted, site, mark))
    replaceByText(pen, node, marked(mark, inlineText(pen, node, wanted, 'block')), site)
}

/** Writes a mapping that merges the one of an alias in its place, with entries of its own. */
export function replaceAlias(
  pen: Pen,
  node: AliasNode,
  entries: readonly (readonly [string, unknown])[],
  site: Site
): void {
  const merge = `<<: *${node.name}`
  if (site.kind === 'flow') {
    const pairs = entries.map(
      ([key, value]) => flowKey(key, pen.style, plainFlow) + flowText(value, 'flow', pen.style, plainFlow)
    )
    replaceInFlow(pen, node, `{${[merge, ...pairs].join(', ')}}`, site.lead)
  } else if (site.kind === 'pair' || site.kind === 'item') {
    const lines = (at: number): string[] => [
      ' '.repeat(at) + merge,
      ...entries.flatMap(([key, value]) => pairLines(key, value, at, pen.style))
    ]
    replaceByLines(pen, node, lines, false, site, '')
  } else pen.refuse('its key is written with a "?"', node.start)
}

function marked(mark: string, written: string): string {
  return mark === '' ? written : `${mark} ${written}`
}

function replaceRoot(pen: Pen, node: YamlNode, wanted: unknown): void {
  const { text } = pen
  const end = contentEnd(text, node)
  const comments = commentsBetween(text, [node], node.start, end)
  const lines = isNested(wanted) ? collectionLines(wanted, 0, pen.style) : [flowText(wanted, 'block', pen.style)]
  const own = beginsLine(text, node.start)
  const start = own ? lineStart(text, node.start) : node.start
  const written = [...comments, ...lines].join(pen.style.lineBreak)
  pen.write(start, end, own || !isNested(wanted) ? written : pen.style.lineBreak + written)
}

function replaceComplex(pen: Pen, node: YamlNode, wanted: unknown, mark: string): void {
  const end = contentEnd(pen.text, node)
  const simple =
    node.start < node.end && !isNested(wanted) && commentsBetween(pen.text, [node], node.start, end).length === 0
  if (simple) pen.write(node.start, end, marked(mark, flowText(wanted, 'block', pen.style)))
  else pen.refuse('its key is written with a "?"', node.start)
}
