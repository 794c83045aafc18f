import type { MappingNode, SequenceNode, YamlNode } from '../nodes.ts'
import { commentsBetween } from './comments.ts'
import { endOfBlankLines, endOfLines, endsOpen, isBlockScalar, keepsBreaks, lastLeaf } from './extent.ts'
import type { Pen } from './pen.ts'
import { columnOf, dashOf, keyStart } from './site.ts'
import { beginsLine, breakBefore, isBreakAt, lineStart, nextLineStart } from './text-lines.ts'

/** A pair or an item of a block collection. */
export interface Member {
  /** Of its key, its `?` or its dash. */
  readonly start: number
  /** What it consists of: key and value, or the item. */
  readonly nodes: readonly YamlNode[]
  /** The node that it ends with: the value, or the key where there is none. */
  readonly end: YamlNode
}

export function blockMembers(text: string, node: MappingNode | SequenceNode): Member[] {
  if (node.kind === 'sequence')
    return node.items.map((item, index) => ({ start: dashOf(text, node, index), nodes: [item], end: item }))
  return node.pairs.map(({ key, value }) => ({
    start: keyStart(text, key),
    nodes: [key, value],
    end: value.end > key.end ? value : key
  }))
}

/**
 * Removes some members of a block collection, not all, with their lines. Their comments stay, as lines of their own at
 * the collection's column; comments above them are not touched.
 */
export function removeMembers(pen: Pen, node: MappingNode | SequenceNode, gone: ReadonlySet<number>): void {
  const members = blockMembers(pen.text, node)
  const column = columnOf(pen.text, node)
  const [first] = members
  const compact = first !== undefined && gone.has(0) && !beginsLine(pen.text, first.start)
  const from = compact ? removeCompact(pen, members, gone, column) : 0
  // No line break stands before the first line of a document: those from there on go with the one behind them.
  let atTop = first !== undefined && breakBefore(pen.text, lineStart(pen.text, first.start)) < pen.start
  members.forEach((member, index) => {
    if (!gone.has(index)) atTop = false
    else if (index >= from) removeLines(pen, member, members[index - 1], column, atTop)
  })
}

/** The first member stands behind the dash of an item: the first one that stays takes its place. Returns its index. */
function removeCompact(pen: Pen, members: readonly Member[], gone: ReadonlySet<number>, column: number): number {
  const next = members.findIndex((_, index) => !gone.has(index))
  const start = members[0]?.start
  const end = members[next]?.start
  if (start === undefined || end === undefined) return members.length
  const nodes = members.slice(0, next).flatMap((member) => member.nodes)
  const comments = commentsBetween(pen.text, nodes, start, end)
  const lines = comments.map((comment) => comment + pen.style.lineBreak + ' '.repeat(column))
  pen.write(start, end, lines.join(''))
  return next
}

function removeLines(pen: Pen, member: Member, before: Member | undefined, column: number, atTop: boolean): void {
  const { text } = pen
  let end = endOfLines(text, member.end, column)
  const comments = commentsBetween(text, member.nodes, member.start, end)
  const lines = comments.map((comment) => ' '.repeat(column) + comment)
  // Empty lines would become part of a text above that keeps those at its end.
  if (before !== undefined && keepsEnd(text, before.end)) end = endOfBlankLines(text, end)
  const start = lineStart(text, member.start)
  if (!atTop) pen.write(endsText(text, end, before) ? start : breakBefore(text, start), end, pen.broken(lines))
  else pen.write(start, nextLineStart(text, end), lines.map((line) => line + pen.style.lineBreak).join(''))
}

/** Whether the line break above is the last one of a text that would be lost with it. */
function endsText(text: string, end: number, before: Member | undefined): boolean {
  return end === text.length && before !== undefined && isBlockScalar(lastLeaf(before.end))
}

function keepsEnd(text: string, node: YamlNode): boolean {
  const leaf = lastLeaf(node)
  return isBlockScalar(leaf) && keepsBreaks(text, leaf)
}

/** Writes lines behind a member of a block collection that stands at `column`. */
export function insertAfter(pen: Pen, value: YamlNode, column: number, lines: readonly string[]): void {
  const { text } = pen
  const leaf = lastLeaf(value)
  if (endsOpen(text, leaf) && isBlockScalar(leaf) && !pen.hasWritten(leaf.contentStart))
    stripBreak(pen, leaf.contentStart)
  else if (isBlockScalar(leaf) && keepsBreaks(text, leaf) && isBreakAt(text, leaf.end - 1)) {
    pen.write(leaf.end, leaf.end, lines.map((line) => line + pen.style.lineBreak).join(''))
    return
  }
  const end = endOfLines(text, value, column)
  pen.write(end, end, pen.broken(lines))
}

/** A block scalar at the end of a text without a last line break has none either: once lines follow, `-` says so. */
function stripBreak(pen: Pen, header: number): void {
  const indicators = /^[|>]([0-9]?)([-+]?)([0-9]?)/.exec(pen.text.slice(header, header + 3))
  if (indicators === null) return
  // Others may be about to write behind it, too.
  if (pen.splices.some(({ start }) => start === header + 1)) return
  const [{ length }, before = '', , behind = ''] = indicators
  pen.write(header + 1, header + length, `${before}${behind}-`)
}

/** Writes lines before the first member of a block collection, which begins at `start`. */
export function insertBefore(pen: Pen, start: number, column: number, lines: readonly string[]): void {
  // Behind a dash, the first of the lines takes the place of what stood there.
  const [first = '', ...rest] = lines
  const written = [first.slice(column), ...rest, ' '.repeat(column)]
  pen.write(start, start, written.join(pen.style.lineBreak))
}
