import { COMMA, HASH, isBlank } from '../characters.ts'
import type { MappingNode, SequenceNode, YamlNode } from '../nodes.ts'
import { type FlowStyle, flowStyleOf, flowUnitOf } from './flow-style.ts'
import type { Pen } from './pen.ts'
import { keyStart } from './site.ts'
import { beginsLine, isBreakAt, lineEnd, lineStart, marginAt } from './text-lines.ts'

/** A pair or an item between brackets. */
export interface FlowMember {
  readonly start: number
  readonly end: number
  readonly nodes: readonly YamlNode[]
}

/** Where the parts of a collection in brackets stand, and how they are written. */
export class FlowLayout {
  readonly members: readonly FlowMember[]
  /** Behind the opening bracket. */
  readonly open: number
  /** Before the closing bracket. */
  readonly close: number
  readonly style: FlowStyle
  /** By what members are indented where each has a line of its own; undefined where they have not. */
  readonly unit: string | undefined
  readonly #text: string

  constructor({ text, style }: Pen, node: MappingNode | SequenceNode) {
    this.#text = text
    this.members = membersOf(text, node)
    this.open = openingEnd(text, node)
    this.close = node.end - 1
    this.style = flowStyleOf(text, node, style.flow)
    const isOnLines = this.members.length === 0 || this.hasOwnLine(0)
    this.unit = isOnLines ? (flowUnitOf(text, node) ?? style.flowUnit) : undefined
  }

  /** Whether brackets stand around it: `[key: value]` holds a mapping that has none. */
  get hasBrackets(): boolean {
    return /[[{]/.test(this.#text.charAt(this.open - 1)) && /[\]}]/.test(this.#text.charAt(this.close))
  }

  get isMapping(): boolean {
    return this.#text.charAt(this.close) === '}'
  }

  /** Whether a member is the first thing on its line, as those to come behind it will be. */
  hasOwnLine(index: number): boolean {
    const { start } = this.members[index] ?? { start: this.open }
    return beginsLine(this.#text, start) && lineStart(this.#text, start) >= this.open
  }

  /** Where the comma behind a member stands, or -1. */
  commaBehind(index: number): number {
    const member = this.members[index]
    if (member === undefined) return -1
    const to = this.members[index + 1]?.start ?? this.close
    for (let at = member.end; at < to; at++) {
      const code = this.#text.charCodeAt(at)
      if (code === COMMA) return at
      if (code === HASH) at = lineEnd(this.#text, at)
    }
    return -1
  }

  /** What has to stand between a member and a comma: a colon with nothing behind it needs white space. */
  gapBehind({ end }: FlowMember): string {
    return this.#text.charAt(end - 1) === ':' ? ' ' : ''
  }

  /** The white space that the line of the opening bracket begins with. */
  get margin(): string {
    return marginAt(this.#text, this.open)
  }
}

function membersOf(text: string, node: MappingNode | SequenceNode): FlowMember[] {
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
