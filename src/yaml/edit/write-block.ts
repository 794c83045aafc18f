import type { Style } from './style.ts'
import { flowText } from './write-flow.ts'
import { writeScalar } from './write-scalar.ts'

/** The lines of a mapping or list that is not empty, without line breaks, each with its indentation. */
export function collectionLines(value: object, at: number, style: Style): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => itemLines(item, at, style))
  return Object.entries(value).flatMap(([key, item]) => pairLines(key, item, at, style))
}

/** @param at The column of the key. */
export function pairLines(key: string, value: unknown, at: number, style: Style): string[] {
  return valueLines(`${' '.repeat(at)}${writeScalar(key, 'block', style.quote)}:`, value, at, style)
}

/** The lines of a value behind `head`, which is a key with its colon, or a dash. */
function valueLines(head: string, value: unknown, at: number, style: Style): string[] {
  if (isNested(value)) return [head, ...collectionLines(value, innerColumn(Array.isArray(value), at, style), style)]
  const literal = typeof value === 'string' ? literalLines(value, at + style.indent, style) : undefined
  if (literal === undefined) return [`${head} ${flowText(value, 'block', style)}`]
  const [header = '', ...lines] = literal
  return [`${head} ${header}`, ...lines]
}

/** @param at The column of the dash. */
export function itemLines(value: unknown, at: number, style: Style): string[] {
  const head = `${' '.repeat(at)}-`
  if (!isNested(value)) return valueLines(head, value, at, style)
  const [first = '', ...lines] = collectionLines(value, at + 2, style)
  return [`${head} ${first.slice(at + 2)}`, ...lines]
}

/** The column of what stands in a key's mapping or list. */
export function innerColumn(isList: boolean, at: number, style: Style): number {
  return at + (isList ? style.listIndent : style.indent)
}

/** Whether a value needs lines of its own: a mapping or a list that holds something. */
export function isNested(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  return Array.isArray(value) ? value.length > 0 : Object.keys(value).length > 0
}

/** Lines that a block scalar can hold as they are: printable, and the first one not indented. */
const literalText =
  /^[^\s][^\p{Cc}\p{Cs}\u0085\u2028\u2029\ufeff\ufffe\uffff]*(\n+[^\p{Cc}\p{Cs}\u0085\u2028\u2029\ufeff\ufffe\uffff]+)+\n?$/u

/** The header and lines of a literal scalar; undefined where the text is better put in quotes. */
export function literalLines(text: string, at: number, style: Style): string[] | undefined {
  const open = text.endsWith('\n')
  // At the end of a text without a last line break, the string would lose its own.
  if (!literalText.test(text) || /^[ \t]+$/m.test(text) || (open && style.endsOpen)) return undefined
  const lines = (open ? text.slice(0, -1) : text).split('\n')
  return [open ? '|' : '|-', ...lines.map((line) => (line === '' ? '' : ' '.repeat(at) + line))]
}
