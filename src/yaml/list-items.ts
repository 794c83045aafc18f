import { BACKSLASH, CLOSE_BRACE, CLOSE_BRACKET, COMMA, DOUBLE_QUOTE, OPEN_BRACE, OPEN_BRACKET } from './characters.ts'
import type { YamlDocument } from './document.ts'

/** Where one item of a list stands: offsets in the text. */
export interface ItemSpan {
  readonly start: number
  readonly end: number
}

/**
 * Where the items of the list at a top-level key of a JSON document stand, found by counting brackets: a dump of a
 * cluster is one list of thousands of objects, and the syntax tree of all of it takes thirty times its size in memory;
 * with this, each item can be read by itself.
 *
 * Undefined where it is not certain: the document is written in another way, or what looks like items is not as many as
 * it has.
 */
export function listItems(text: string, document: YamlDocument, key: string): readonly ItemSpan[] | undefined {
  const { start, value, problems } = document
  if (text.charCodeAt(start) !== OPEN_BRACE || typeof value !== 'object' || value === null) return undefined
  const list = (value as Readonly<Record<string, unknown>>)[key]
  // Of a key that stands twice, the last one counts.
  if (!Array.isArray(list) || problems.length > 0) return undefined
  const spans = itemsOf(text, document, key)
  return spans?.length === list.length ? spans : undefined
}

/** Brackets are counted, strings passed over. */
function itemsOf(text: string, { start, end }: YamlDocument, key: string): ItemSpan[] | undefined {
  const open = openingOf(text, start, end, key)
  if (open < 0) return undefined
  const spans: ItemSpan[] = []
  let from = open + 1
  let depth = 0
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === DOUBLE_QUOTE) at = closingQuote(text, at)
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++
    else if (depth === 0 && (code === COMMA || code === CLOSE_BRACKET)) {
      if (text.slice(from, at).trim() !== '') spans.push({ start: from, end: at })
      if (code === CLOSE_BRACKET) return spans
      from = at + 1
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth--
  }
  return undefined
}

/** Where the list at `key` of the outermost mapping opens, or -1. */
function openingOf(text: string, start: number, end: number, key: string): number {
  let depth = 0
  const head = new RegExp(`${RegExp.escape(JSON.stringify(key))}\\s*:\\s*\\[`, 'y')
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === DOUBLE_QUOTE) {
      head.lastIndex = at
      if (depth === 1 && head.test(text)) return head.lastIndex - 1
      at = closingQuote(text, at)
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth--
  }
  return -1
}

/** Where the string that opens at `at` is closed; the end of the text where it never is. */
function closingQuote(text: string, at: number): number {
  for (let quote = text.indexOf('"', at + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let before = quote
    while (text.charCodeAt(before - 1) === BACKSLASH) before--
    if ((quote - before) % 2 === 0) return quote
  }
  return text.length
}
