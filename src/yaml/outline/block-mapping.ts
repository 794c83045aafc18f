import {
  AMPERSAND,
  ASTERISK,
  BANG,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  DASH,
  DOUBLE_QUOTE,
  HASH,
  isBlank,
  isBlankOrEnd,
  isBreak,
  QUESTION,
  SINGLE_QUOTE
} from '../characters.ts'
import { type Entry, Uncertain } from './entry.ts'
import type { LineColumns } from './line-columns.ts'

/** Where the entries of a block mapping are looked for. */
export interface Region {
  readonly text: string
  readonly lines: LineColumns
  /** The line of the first key, and the key's offset: behind a dash it is not the line's first content. */
  readonly line: number
  readonly start: number
  readonly to: number
}

/**
 * The entries of a block mapping, by key. They are checked against the keys that were read: a line inside quoted text
 * can look like a key, but then there is one too many.
 *
 * @throws Uncertain where keys and lines do not match one to one.
 */
export function blockMapping(region: Region, value: Readonly<Record<string, unknown>>): Map<string, Entry> {
  const { text, lines, to } = region
  const entries = new Map<string, Entry>()
  const names = Object.keys(value)
  const column = region.start - lines.start(region.line)
  let { line, start } = region
  while (line < to) {
    const key = keyAt(text, start, lineEnd(text, lines, line))
    const next = nextEntry(region, line, column, key.empty)
    const name = names[entries.size]
    if (name === key.name) entries.set(name, entryAt(region, key, start, line, next, value[name]))
    else if (entries.has(key.name) || !isNull(text, key, line, next, lines)) throw new Uncertain()
    line = next
    start = lines.start(line) + column
  }
  if (entries.size !== names.length) throw new Uncertain()
  return entries
}

interface Key {
  readonly name: string
  /** Where the value begins on the key's line, or the line's end. */
  readonly value: number
  /** Nothing but a comment follows on the line. */
  readonly empty: boolean
}

function keyAt(text: string, start: number, end: number): Key {
  const code = text.charCodeAt(start)
  const quoted = code === DOUBLE_QUOTE || code === SINGLE_QUOTE
  const close = quoted ? text.indexOf(text.charAt(start), start + 1) : -1
  const colon = colonAfter(text, quoted ? close + 1 : start, end)
  const name = quoted ? text.slice(start + 1, close) : text.slice(start, colon).trimEnd()
  if (!isSimpleKey(code, name, text.charCodeAt(start + 1))) throw new Uncertain()
  let value = colon + 1
  while (value < end && isBlank(text.charCodeAt(value))) value++
  return { name, value, empty: value >= end || text.charCodeAt(value) === HASH }
}

function colonAfter(text: string, from: number, end: number): number {
  let colon = text.indexOf(':', from)
  while (colon >= 0 && colon < end - 1 && !isBlankOrEnd(text.charCodeAt(colon + 1)))
    colon = text.indexOf(':', colon + 1)
  if (colon < from || colon >= end) throw new Uncertain()
  return colon
}

/** Not an anchor, alias, tag, list item or explicit key, and nothing that quotes would change. */
function isSimpleKey(code: number, name: string, second: number): boolean {
  if (code === AMPERSAND || code === ASTERISK || code === BANG) return false
  if ((code === DASH || code === QUESTION) && isBlankOrEnd(second)) return false
  return code !== DOUBLE_QUOTE || !name.includes('\\')
}

/** The line of the next key. A list may stand at the column of its key. */
function nextEntry({ text, lines, to }: Region, line: number, column: number, mayHoldList: boolean): number {
  for (let next = line + 1; next < to; next++) {
    const found = lines.column(next)
    if (found === -1 || found > column) continue
    if (found < column) throw new Uncertain()
    const start = lines.start(next) + column
    if (mayHoldList && isItem(text, start)) continue
    if (!closesFlow(text.charCodeAt(start))) return next
  }
  return to
}

/** A bracket of many lines may be closed at the column of its key. */
function closesFlow(code: number): boolean {
  return code === CLOSE_BRACE || code === CLOSE_BRACKET
}

function entryAt(region: Region, key: Key, start: number, line: number, to: number, value: unknown): Entry {
  const { lines } = region
  if (!key.empty) return { value, key: start, start: key.value, line, to, children: undefined }
  const first = lines.nextContent(line + 1, to)
  const at = first === to ? start : lines.start(first) + lines.column(first)
  return { value, key: start, start: at, line: first === to ? line : first, to, children: undefined }
}

/** A key without a value, which may have been dropped from what was read since. */
function isNull(text: string, key: Key, line: number, to: number, lines: LineColumns): boolean {
  if (key.empty) return lines.nextContent(line + 1, to) === to
  return /^(null|~)\s*(#|$)/.test(text.slice(key.value, lineEnd(text, lines, line)))
}

/** The offset behind the last character of a line, its break left aside. */
export function lineEnd(text: string, lines: LineColumns, line: number): number {
  let end = lines.start(line + 1)
  while (end > lines.start(line) && isBreak(text.charCodeAt(end - 1))) end--
  return end
}

/** A dash with a blank behind it. */
export function isItem(text: string, at: number): boolean {
  return text.charCodeAt(at) === DASH && (at + 1 >= text.length || isBlankOrEnd(text.charCodeAt(at + 1)))
}
