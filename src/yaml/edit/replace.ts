import type { AliasNode, YamlNode } from '../nodes.ts'
import { commentsBetween, headerComment } from './comments.ts'
import { contentEnd, isBlockScalar } from './extent.ts'
import { flowStyleOf, plainFlow } from './flow-style.ts'
import type { Pen } from './pen.ts'
import { dashOf, keyStart, type Site } from './site.ts'
import { beginsLine, lineEnd, lineStart, marginAt } from './text-lines.ts'
import { collectionLines, innerColumn, isNested, pairLines } from './write-block.ts'
import { brokenFlowText, flowKey, flowText } from './write-flow.ts'
import { isPlain, type Place, quoted } from './write-scalar.ts'

type Headed = Extract<Site, { readonly head: number }>

/**
 * Writes another value in the place of a node, whatever both are. Comments inside it stay, as lines of their own.
 *
 * @param anchor The name of an anchor that stays, or nothing.
 */
export function replaceNode(pen: Pen, node: YamlNode, wanted: unknown, site: Site, anchor = ''): void {
  const mark = anchor === '' ? '' : `&${anchor}`
  if (site.kind === 'flow') replaceInFlow(pen, node, flowReplacement(pen, node, wanted), site.lead, mark)
  else if (site.kind === 'root' && pen.isJson) replaceInFlow(pen, node, flowReplacement(pen, node, wanted), '', '')
  else if (site.kind === 'root') replaceRoot(pen, node, wanted)
  else if (site.kind === 'complex') replaceComplex(pen, node, wanted, mark)
  else if (isNested(wanted))
    replaceByLines(pen, node, (at) => collectionLines(wanted, at, pen.style), Array.isArray(wanted), site, mark)
  else replaceByText(pen, node, marked(mark, inlineText(pen, node, wanted, 'block')), site)
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
    replaceInFlow(pen, node, `{${[merge, ...pairs].join(', ')}}`, site.lead, '')
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

function flowReplacement(pen: Pen, node: YamlNode, wanted: unknown): string {
  const { json } = pen.style.flow
  const unit = json && isNested(wanted) ? pen.style.flowUnit : undefined
  const style = node.kind === 'mapping' ? flowStyleOf(pen.text, node, pen.style.flow) : pen.style.flow
  if (unit === undefined) return inlineText(pen, node, wanted, 'flow', style)
  return brokenFlowText(wanted, marginAt(pen.text, node.start), unit, pen.style, style)
}

function replaceInFlow(pen: Pen, node: YamlNode, written: string, lead: string, mark: string): void {
  const comments = commentsBetween(pen.text, [node], node.start, node.end)
  const lines = comments.map((comment) => ` ${comment}${pen.style.lineBreak}`)
  const text = marked(mark, written) + lines.join('')
  // Behind a colon, white space may stand already.
  if (node.start < node.end) pen.write(node.start, node.end, text)
  else if (lead === ' ' && /[ \t]/.test(pen.text.charAt(node.end))) pen.write(node.end + 1, node.end + 1, text)
  else pen.write(node.end, node.end, lead + text)
}

/** A value on one line; a string keeps the quotes of the scalar that it replaces. */
function inlineText(pen: Pen, node: YamlNode, wanted: unknown, place: Place, flow = pen.style.flow): string {
  if (typeof wanted === 'string' && node.kind === 'scalar') {
    if (node.style === 'single-quoted') return quoted(wanted, "'")
    if (node.style === 'double-quoted') return quoted(wanted, '"')
    const mayBePlain = place === 'block' || !flow.json
    if (mayBePlain && isPlain(wanted, place)) return wanted
  }
  return flowText(wanted, place, pen.style, flow)
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

function isInline(node: YamlNode): boolean {
  if (node.kind === 'scalar') return !isBlockScalar(node)
  return node.kind === 'alias' || node.flow
}

/** By a value that stands on one line. */
function replaceByText(pen: Pen, node: YamlNode, written: string, site: Headed): void {
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
function replaceByLines(
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
