import type { FlowLayout, FlowMember } from './flow-layout.ts'
import type { Pen } from './pen.ts'
import { lineEnd, lineKind, marginAt } from './text-lines.ts'
import { brokenFlowText, flowKey, flowText } from './write-flow.ts'

/** The text of a pair for a collection in brackets. */
export function pairText(pen: Pen, layout: FlowLayout, key: string, value: unknown): string {
  return flowKey(key, pen.style, layout.style) + itemText(pen, layout, value)
}

/** The text of an item for a collection in brackets. JSON that is printed on several lines goes on so. */
export function itemText(pen: Pen, layout: FlowLayout, value: unknown): string {
  const { style, unit } = layout
  return style.json && unit !== undefined
    ? brokenFlowText(value, layout.margin + unit, unit, pen.style, style)
    : flowText(value, 'flow', pen.style, style)
}

/**
 * Writes members behind the one at `index`, or before all of them where it is -1.
 *
 * @param isLast Whether no member stays behind the new ones.
 */
export function insertInFlow(
  pen: Pen,
  layout: FlowLayout,
  index: number,
  texts: readonly string[],
  isLast: boolean
): void {
  const before = layout.members[index]
  const after = layout.members[index + 1]
  if (before === undefined && after === undefined) fill(pen, layout, texts)
  else if (before === undefined) insertFirst(pen, layout, texts)
  else if (layout.hasOwnLine(index)) insertLines(pen, layout, index, before, texts, isLast)
  else {
    const written = texts.map((text) => layout.style.comma + text).join('')
    pen.write(before.end, before.end, layout.gapBehind(before) + written)
  }
}

function insertFirst(pen: Pen, layout: FlowLayout, texts: readonly string[]): void {
  const start = layout.members[0]?.start ?? layout.open
  const between = layout.hasOwnLine(0) ? `,${pen.style.lineBreak}${marginAt(pen.text, start)}` : layout.style.comma
  pen.write(start, start, texts.map((text) => text + between).join(''))
}

/** Each on a line of its own, behind the comment of the line before. */
function insertLines(
  pen: Pen,
  layout: FlowLayout,
  index: number,
  before: FlowMember,
  texts: readonly string[],
  isLast: boolean
): void {
  const margin = marginAt(pen.text, before.start)
  const lines = texts.map((text) => pen.style.lineBreak + margin + text)
  const gap = layout.gapBehind(before)
  const comma = layout.commaBehind(index)
  const end = lineEnd(pen.text, before.end)
  const more = lineKind(pen.text, comma < 0 ? before.end : comma + 1)
  if (more === 'content' || comma > end) {
    pen.write(before.end, before.end, gap + lines.map((line) => `,${line}`).join(''))
    return
  }
  if (comma < 0) pen.write(before.end, before.end, `${gap},`)
  const needsComma = !isLast || layout.commaBehind(layout.members.length - 1) >= 0
  pen.write(end, end, lines.join(',') + (needsComma ? ',' : ''))
}

/** Into brackets that hold nothing but, maybe, a comment. */
function fill(pen: Pen, layout: FlowLayout, texts: readonly string[]): void {
  const { open, close, style, unit, isMapping } = layout
  const hasComment = pen.text.slice(open, close).includes('#')
  const end = hasComment ? open : close
  if (unit !== undefined && style.json) {
    const { margin } = layout
    const { lineBreak } = pen.style
    const lines = texts.map((text) => lineBreak + margin + unit + text).join(',')
    pen.write(open, end, hasComment ? lines : lines + lineBreak + margin)
    return
  }
  const padding = isMapping ? style.padding : ''
  const space = hasComment && padding === '' ? ' ' : padding
  pen.write(open, end, padding + texts.join(style.comma) + space)
}
