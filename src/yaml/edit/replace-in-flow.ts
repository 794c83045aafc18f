import type { YamlNode } from '../nodes.ts'
import { commentsBetween } from './comments.ts'
import { flowStyleOf } from './flow-style.ts'
import { inlineText } from './inline-text.ts'
import type { Pen } from './pen.ts'
import { marginAt } from './text-lines.ts'
import { isNested } from './write-block.ts'
import { brokenFlowText } from './write-flow.ts'

/** The text of a value between brackets, in the place of a node. */
export function flowReplacement(pen: Pen, node: YamlNode, wanted: unknown): string {
  const { json } = pen.style.flow
  const unit = json && isNested(wanted) ? pen.style.flowUnit : undefined
  const style = node.kind === 'mapping' ? flowStyleOf(pen.text, node, pen.style.flow) : pen.style.flow
  if (unit === undefined) return inlineText(pen, node, wanted, 'flow', style)
  return brokenFlowText(wanted, marginAt(pen.text, node.start), unit, pen.style, style)
}

/** @param lead What has to stand before the text where there was none. */
export function replaceInFlow(pen: Pen, node: YamlNode, written: string, lead = ''): void {
  const comments = commentsBetween(pen.text, [node], node.start, node.end)
  const lines = comments.map((comment) => ` ${comment}${pen.style.lineBreak}`)
  const text = written + lines.join('')
  // Behind a colon, white space may stand already.
  if (node.start < node.end) pen.write(node.start, node.end, text)
  else if (lead === ' ' && /[ \t]/.test(pen.text.charAt(node.end))) pen.write(node.end + 1, node.end + 1, text)
  else pen.write(node.end, node.end, lead + text)
}
