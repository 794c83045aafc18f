import type { MappingNode, SequenceNode, YamlNode, YamlPair } from '../nodes.ts'
import { column, skipBlanks } from './text-lines.ts'

/** Where a value stands in the text. */
export type Site =
  | { readonly kind: 'root' }
  /** Between brackets, where all is inline. */
  | { readonly kind: 'flow' }
  /** Behind the colon of a key, or the dash of an item, that stands at `column`. */
  | { readonly kind: 'pair' | 'item'; readonly head: number; readonly column: number }

/** Where the value of a pair stands; undefined where its key is written with a `?`, or has no colon. */
export function siteOfPair(text: string, mapping: MappingNode, pair: YamlPair): Site | undefined {
  if (mapping.flow) return { kind: 'flow' }
  const colon = skipBlanks(text, pair.key.end)
  if (text[colon] !== ':' || isComplex(text, pair.key)) return undefined
  return { kind: 'pair', head: colon + 1, column: column(text, pair.key.start) }
}

/** Whether a `?` stands before the key. */
export function isComplex(text: string, key: YamlNode): boolean {
  let at = key.start - 1
  while (at >= 0 && /[ \t]/.test(text.charAt(at))) at--
  return at < key.start - 1 && text[at] === '?'
}

/** Where an item of a list stands. */
export function siteOfItem(text: string, list: SequenceNode, index: number): Site | undefined {
  if (list.flow) return { kind: 'flow' }
  const dash = dashOf(text, list, index)
  return dash < 0 ? undefined : { kind: 'item', head: dash + 1, column: column(text, dash) }
}

/** The column of a block collection: that of its keys, or of the dashes of its items. */
export function columnOf(text: string, node: MappingNode | SequenceNode): number {
  if (node.kind === 'sequence') return column(text, dashOf(text, node, 0))
  return column(text, node.pairs[0]?.key.start ?? node.start)
}

/** Where the dash of an item of a block list stands, or -1. */
export function dashOf(text: string, list: SequenceNode, index: number): number {
  const item = list.items[index]
  if (item === undefined) return -1
  // Only blanks, line breaks and comments stand between the end of an item and the dash of the next one.
  return firstDash(text, list.items[index - 1]?.end ?? list.start, item.start)
}

function firstDash(text: string, from: number, to: number): number {
  const token = /#[^\r\n\u0085\u2028\u2029]*|-(?=\s|\0|$)/g
  token.lastIndex = from
  for (let match = token.exec(text); match !== null && match.index < to; match = token.exec(text))
    if (match[0] === '-') return match.index
  return -1
}
