import type { MappingNode, SequenceNode, YamlNode, YamlPair } from '../nodes.ts'
import { column, skipBlanks } from './text-lines.ts'

/** Where a value stands in the text. */
export type Site =
  /** The document's outermost value. */
  | { readonly kind: 'root' }
  /** Between brackets. `lead` stands before a value that is empty so far. */
  | { readonly kind: 'flow'; readonly lead: string }
  /** Behind the colon of a key, or the dash of an item, that stands at `column`; `head` is the offset behind it. */
  | { readonly kind: 'pair' | 'item'; readonly head: number; readonly column: number }
  /** The value of a key that is written with a `?`. */
  | { readonly kind: 'complex' }

/** Whether a collection that was empty gets lines of its own. */
export function opensLines({ kind }: Site, isJson: boolean): boolean {
  return kind !== 'flow' && !isJson
}

export function siteOfPair(text: string, mapping: MappingNode, { key, value }: YamlPair): Site {
  if (mapping.flow) return { kind: 'flow', lead: text.slice(key.end, value.start).includes(':') ? ' ' : ': ' }
  const colon = skipBlanks(text, key.end)
  if (text[colon] !== ':' || isComplex(text, key)) return { kind: 'complex' }
  return { kind: 'pair', head: colon + 1, column: column(text, key.start) }
}

export function siteOfItem(text: string, list: SequenceNode, index: number): Site {
  if (list.flow) return { kind: 'flow', lead: '' }
  const dash = dashOf(text, list, index)
  return { kind: 'item', head: dash + 1, column: column(text, dash) }
}

function isComplex(text: string, key: YamlNode): boolean {
  return keyStart(text, key) !== key.start
}

/** Where a key begins: at its `?` where it has one. */
export function keyStart(text: string, { start }: YamlNode): number {
  let at = start - 1
  while (at >= 0 && /[ \t]/.test(text.charAt(at))) at--
  return at < start - 1 && text[at] === '?' ? at : start
}

/** The column of a block collection: that of its keys, or of the dashes of its items. */
export function columnOf(text: string, node: MappingNode | SequenceNode): number {
  if (node.kind === 'sequence') return column(text, dashOf(text, node, 0))
  const [first] = node.pairs
  return column(text, first === undefined ? node.start : keyStart(text, first.key))
}

/** Where the dash of an item of a block list stands. */
export function dashOf(text: string, list: SequenceNode, index: number): number {
  const item = list.items[index]
  if (item === undefined) return list.start
  // Only blanks, line breaks and comments stand between the end of an item and the dash of the next one.
  const before = list.items[index - 1]
  return findDash(text, before === undefined ? list.start : before.end, item.start)
}

/** An anchor or a tag may stand before the list, and hold a dash. */
const dashToken = /#[^\r\n\u0085\u2028\u2029]*|[&!]\S*|-(?=\s|\u0085|$)/g

function findDash(text: string, from: number, to: number): number {
  dashToken.lastIndex = from
  for (let match = dashToken.exec(text); match !== null && match.index < to; match = dashToken.exec(text))
    if (match[0] === '-') return match.index
  return to
}
