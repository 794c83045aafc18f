import { COMMA, HASH, isBlank } from '../characters.ts'
import type { MappingNode, SequenceNode, YamlNode } from '../nodes.ts'
import { commentsBetween } from './comments.ts'
import { type FlowStyle, flowStyleOf, flowUnitOf } from './flow-style.ts'
import type { Pen } from './pen.ts'
import { keyStart } from './site.ts'
import { beginsLine, isBreakAt, lineEnd, lineKind, lineStart, marginAt } from './text-lines.ts'
import { brokenFlowText, flowKey, flowText } from './write-flow.ts'

/** A pair or an item between brackets. */
interface Member {
  readonly start: number
  readonly end: number
  readonly nodes: readonly YamlNode[]
}

/** What stands in brackets, and how. */
export class FlowCollection {
  readonly #pen: Pen
  readonly #text: string
  readonly #members: readonly Member[]
  /** Behind the opening bracket. */
  readonly #open: number
  /** Before the closing bracket. */
  readonly #close: number
  readonly #style: FlowStyle
  readonly #ownUnit: string | undefined

  constructor(pen: Pen, node: MappingNode | SequenceNode) {
    this.#pen = pen
    this.#text = pen.text
    this.#members = flowMembers(pen.text, node)
    this.#close = node.end - 1
    this.#open = openingEnd(pen.text, node)
    this.#style = flowStyleOf(pen.text, node, pen.style.flow)
    this.#ownUnit = flowUnitOf(pen.text, node)
  }

  /** Whether brackets stand around it: `[key: value]` holds a mapping that has none. */
  get hasBrackets(): boolean {
    return /[[{]/.test(this.#text.charAt(this.#open - 1)) && /[\]}]/.test(this.#text.charAt(this.#close))
  }

  pairText(key: string, value: unknown): string {
    return flowKey(key, this.#pen.style, this.#style) + this.itemText(value)
  }

  itemText(value: unknown): string {
    const unit = this.#style.json ? this.#unit() : undefined
    if (unit === undefined) return flowText(value, 'flow', this.#pen.style, this.#style)
    return brokenFlowText(value, this.#outer() + unit, unit, this.#pen.style, this.#style)
  }

  /**
   * Writes members behind the one at `index`, or before all of them where it is -1.
   *
   * @param isLast Whether no member stays behind the new ones.
   */
  insert(index: number, texts: readonly string[], isLast: boolean): void {
    const before = this.#members[index]
    const after = this.#members[index + 1]
    if (before !== undefined) this.#insertBehind(before, index, texts, isLast)
    else if (after !== undefined) this.#insertBefore(after, texts)
    else this.#fill(texts)
  }

  #insertBehind(before: Member, index: number, texts: readonly string[], isLast: boolean): void {
    const { lineBreak } = this.#pen.style
    const gap = this.#gapBehind(before)
    if (!this.#isBroken(index)) {
      this.#pen.write(before.end, before.end, gap + texts.map((text) => this.#style.comma + text).join(''))
      return
    }
    const pad = this.#margin(before.start)
    const lines = texts.map((text) => lineBreak + pad + text)
    const comma = this.#commaBehind(index)
    const end = lineEnd(this.#text, before.end)
    const rest = lineKind(this.#text, comma < 0 ? before.end : comma + 1)
    if (rest === 'content' || (comma >= 0 && comma > end)) {
      this.#pen.write(before.end, before.end, gap + lines.map((line) => `,${line}`).join(''))
      return
    }
    if (comma < 0) this.#pen.write(before.end, before.end, `${gap},`)
    const needsComma = !isLast || this.#commaBehind(this.#members.length - 1) >= 0
    this.#pen.write(end, end, lines.join(',') + (needsComma ? ',' : ''))
  }

  #insertBefore({ start }: Member, texts: readonly string[]): void {
    const between = this.#isBroken(0) ? `,${this.#pen.style.lineBreak}${this.#margin(start)}` : this.#style.comma
    this.#pen.write(start, start, texts.map((text) => text + between).join(''))
  }

  /** Into empty brackets. */
  #fill(texts: readonly string[]): void {
    const { style } = this.#pen
    const unit = this.#unit()
    const mapping = this.#text.charAt(this.#close) === '}'
    const hasComment = this.#text.slice(this.#open, this.#close).includes('#')
    if (unit !== undefined && (this.#style.json || hasComment)) {
      const outer = this.#outer()
      const lines = texts.map((text) => style.lineBreak + outer + unit + text).join(',')
      if (hasComment) this.#pen.write(this.#open, this.#open, lines)
      else this.#pen.write(this.#open, this.#close, lines + style.lineBreak + outer)
      return
    }
    const padding = mapping ? this.#style.padding : ''
    const end = hasComment ? this.#open : this.#close
    const space = hasComment && padding === '' ? ' ' : padding
    this.#pen.write(this.#open, end, padding + texts.join(this.#style.comma) + space)
  }

  /**
   * Removes some of the members. Comments stay.
   *
   * @param inserts Whether others are written behind the last one that stays.
   */
  remove(gone: (index: number) => boolean, inserts: boolean): void {
    const members = this.#members
    for (let index = 0; index < members.length; index++) {
      const first = members[index]
      if (first === undefined || !gone(index)) continue
      let last = index
      while (last + 1 < members.length && gone(last + 1)) last++
      this.#removeRun(index, last, inserts)
      index = last
    }
  }

  #removeRun(first: number, last: number, inserts: boolean): void {
    const before = this.#members[first - 1]
    const after = this.#members[last + 1]
    const from = this.#members[first]
    const to = this.#members[last]
    if (from === undefined || to === undefined) return
    if (before === undefined && after === undefined) this.#removeBetween(this.#open, this.#close, first, last)
    else if (this.#hasOwnLines(from, to, last)) this.#removeLines(first, last, inserts)
    else if (before !== undefined) this.#removeBetween(before.end, to.end, first, last)
    else if (after !== undefined) this.#removeBetween(from.start, after.start, first, last)
  }

  #removeBetween(start: number, end: number, first: number, last: number): void {
    const nodes = this.#members.slice(first, last + 1).flatMap((member) => member.nodes)
    const { lineBreak } = this.#pen.style
    const pad = this.#margin(this.#members[0]?.start ?? start)
    const comments = commentsBetween(this.#text, nodes, start, end).map((comment) => ` ${comment}${lineBreak}${pad}`)
    const before = this.#members[first - 1]
    const gap = before !== undefined && comments.length === 0 ? this.#gapBehind(before) : ''
    this.#pen.write(start, end, gap + comments.join(''))
  }

  /** A colon with nothing behind it has to stand before white space. */
  #gapBehind({ end }: Member): string {
    return this.#text.charAt(end - 1) === ':' ? ' ' : ''
  }

  /** Whether nothing else stands on the lines of these members. */
  #hasOwnLines(from: Member, to: Member, last: number): boolean {
    if (!beginsLine(this.#text, from.start) || lineStart(this.#text, from.start) <= this.#open) return false
    const comma = this.#commaBehind(last)
    const end = comma < 0 || comma > lineEnd(this.#text, to.end) ? to.end : comma + 1
    return lineKind(this.#text, end) !== 'content' && comma <= lineEnd(this.#text, to.end)
  }

  #removeLines(first: number, last: number, inserts: boolean): void {
    const text = this.#text
    const from = this.#members[first]
    const to = this.#members[last]
    if (from === undefined || to === undefined) return
    const start = lineStart(text, from.start)
    const end = lineEnd(text, to.end)
    const nodes = this.#members.slice(first, last + 1).flatMap((member) => member.nodes)
    const pad = text.slice(start, from.start)
    const comments = commentsBetween(text, nodes, start, end)
    const comma = this.#commaBehind(first - 1)
    // The last member had no comma behind it, so that the one before it needs none.
    if (!inserts && first > 0 && last === this.#members.length - 1 && this.#commaBehind(last) < 0 && comma >= 0)
      this.#pen.write(comma, comma + 1, '')
    const lineBreak = text.charAt(start - 2) === '\r' && text.charAt(start - 1) === '\n' ? start - 2 : start - 1
    this.#pen.write(lineBreak, end, this.#pen.broken(comments.map((comment) => pad + comment)))
  }

  /** Where the comma behind a member stands, or -1. */
  #commaBehind(index: number): number {
    const member = this.#members[index]
    if (member === undefined) return -1
    const to = this.#members[index + 1]?.start ?? this.#close
    for (let at = member.end; at < to; at++) {
      const code = this.#text.charCodeAt(at)
      if (code === COMMA) return at
      if (code === HASH) at = lineEnd(this.#text, at)
    }
    return -1
  }

  /** Whether a member stands on a line of its own, as do those to come behind it. */
  #isBroken(index: number): boolean {
    const member = this.#members[index]
    return (
      member !== undefined &&
      beginsLine(this.#text, member.start) &&
      lineStart(this.#text, member.start) > this.#open - 1
    )
  }

  #margin(offset: number): string {
    return marginAt(this.#text, offset)
  }

  #outer(): string {
    return this.#margin(this.#open)
  }

  /** By what members are indented where each has a line of its own; undefined where they have not. */
  #unit(): string | undefined {
    if (this.#members.length > 0 && !this.#isBroken(0)) return undefined
    return this.#ownUnit ?? this.#pen.style.flowUnit
  }
}

function flowMembers(text: string, node: MappingNode | SequenceNode): Member[] {
  if (node.kind === 'sequence') return node.items.map((item) => ({ start: item.start, end: item.end, nodes: [item] }))
  return node.pairs.map(({ key, value }) => ({
    start: keyStart(text, key),
    end: Math.max(value.end, key.end),
    nodes: [key, value]
  }))
}

/** Behind the opening bracket, before which an anchor and a tag may stand. */
function openingEnd(text: string, { start }: YamlNode): number {
  let at = start
  while (text[at] === '&' || text[at] === '!') {
    while (at < text.length && !isBlank(text.charCodeAt(at)) && !isBreakAt(text, at)) at++
    while (isBlank(text.charCodeAt(at)) || isBreakAt(text, at)) at++
  }
  return at + 1
}
