import type { MappingNode, SequenceNode } from '../nodes.ts'
import { beginsLine, marginAt } from './text-lines.ts'

/** How collections in brackets are written. */
export interface FlowStyle {
  /** Whether keys and strings are in double quotes, as in JSON. */
  readonly json: boolean
  /** What stands between a key and its value. */
  readonly colon: string
  /** What stands between two members on one line. */
  readonly comma: string
  /** What stands behind the opening and before the closing bracket of a mapping on one line. */
  readonly padding: string
}

export const plainFlow: FlowStyle = { json: false, colon: ': ', comma: ', ', padding: '' }

export const jsonFlow: FlowStyle = { ...plainFlow, json: true }

/** How the members of a collection in brackets are written; what it does not show is as in `otherwise`. */
export function flowStyleOf(text: string, node: MappingNode | SequenceNode, otherwise = plainFlow): FlowStyle {
  if (node.kind === 'sequence') {
    return { ...otherwise, comma: commaOf(text, node.items) ?? otherwise.comma }
  }
  const [first] = node.pairs
  if (first === undefined) return otherwise
  const json = node.pairs.every(({ key }) => key.kind === 'scalar' && key.style === 'double-quoted')
  const colon = between(text, first.key.end, first.value.start, /^[ \t]*:[ \t]*$/) ?? otherwise.colon
  const members = node.pairs.map(({ key, value }) => ({ start: key.start, end: value.end }))
  const padding = /[ \t]*$/.exec(text.slice(node.start + 1, first.key.start))?.[0] ?? ''
  return {
    json,
    // Without a space behind it, a colon ends a key only where that is in quotes.
    colon: json || /\s$/.test(colon) ? colon : `${colon} `,
    comma: commaOf(text, members) ?? (first.value.start === first.value.end || /\s$/.test(colon) ? ', ' : ','),
    padding:
      text.charAt(node.start) === '{' && padding.length < 2 && !/[\r\n]/.test(text.slice(node.start, first.key.start))
        ? padding
        : ''
  }
}

/** By what the members of a collection in brackets are indented, where the first one has its own line. */
export function flowUnitOf(text: string, node: MappingNode | SequenceNode): string | undefined {
  const first = node.kind === 'mapping' ? node.pairs[0]?.key : node.items[0]
  if (first === undefined || !beginsLine(text, first.start)) return undefined
  const outer = marginAt(text, node.start)
  const inner = marginAt(text, first.start)
  return inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : undefined
}

function commaOf(
  text: string,
  [first, second]: readonly { readonly start: number; readonly end: number }[]
): string | undefined {
  if (first === undefined || second === undefined) return undefined
  return between(text, first.end, second.start, /^,[ \t]*$/)
}

function between(text: string, from: number, to: number, form: RegExp): string | undefined {
  const found = text.slice(from, to)
  return form.test(found) ? found : undefined
}
