import { secretStart } from './conceal.ts'

/** A key that `conceal` knows; what it is part of is judged by the line. */
const candidate =
  /(?:\bvalue|\benv|data|stringData|last-applied-configuration|password|passwd|passphrase|pwd|key|secret|token|\.pem|\bid_\w{3,7})\\?["']?\s*:/gi

/** A flag alone on its line, as an item of a list: its value is the next one. */
const flag =
  /^[ \t]*(?:- +)?["']?--?[\w-]{0,60}(?:password|passwd|passphrase|token|secret|api-?key)[\w-]{0,60}["']?,?[ \t]*(?:#.*)?\r?$/gim

/** A variable's key whose value begins on the next line. */
const openKey = /(?:^|[\s{,[-])["']?value["']?\s*:\s*(?:[!&]\S*\s*)*$/

/** What precedes the value itself: tags and anchors. */
const properties = /^(?:[!&]\S*\s+)+/

/** Lines as positions count them, from 1. */
export interface NumberedLines {
  /** The offset of each line, the first one first. */
  readonly starts: readonly number[]
  line(number: number): string | undefined
}

/**
 * The lines that continue what `conceal` hides on a line before them: block scalars, quoted texts and collections in
 * flow style that take several lines, values that begin below their key, and those of flags. Where the text does not tell, too many.
 */
export function hiddenLines(text: string, lines: NumberedLines): ReadonlySet<number> {
  const hidden = new Set<number>()
  let next = 1
  for (const { index } of text.matchAll(candidate)) {
    const number = lineAt(lines.starts, index, next)
    if (number < next) continue
    next = number + 1
    const line = lines.line(number) ?? ''
    const start = secretStart(line) ?? (openKey.test(line) ? line.length : null)
    if (start === null) continue
    for (const end = lastLine(line, start, number, lines); next <= end; next++) hidden.add(next)
  }
  hideValuesOfFlags(text, lines, hidden)
  return hidden
}

function hideValuesOfFlags(text: string, lines: NumberedLines, hidden: Set<number>): void {
  let number = 1
  for (const { index } of text.matchAll(flag)) {
    number = lineAt(lines.starts, index, number)
    const value = number + 1
    const indentation = (lines.line(value) ?? '').search(/\S|$/)
    const end = whileDeeper(indentation, value, lines)
    for (let line = value; line <= end; line++) hidden.add(line)
  }
}

/** Number of the line that an offset is in; not before `from`. */
function lineAt(starts: readonly number[], offset: number, from: number): number {
  let number = from
  while ((starts[number] ?? Number.POSITIVE_INFINITY) <= offset) number++
  return (starts[number - 1] ?? 0) <= offset ? number : from - 1
}

/** The last line of the value that begins in `line` at `start`. */
function lastLine(line: string, start: number, number: number, lines: NumberedLines): number {
  if (isComment.test(line)) return whileDeeper(uncommented(line).search(/\S|$/), number, lines, true)
  const value = line.slice(start).replace(properties, '')
  if (isOpenList(line.slice(0, start), value)) return number
  const quote = openQuote(line, start, value)
  if (quote !== null) return untilQuote(quote, number, lines)
  const depth = depthAfter(line, 0)
  if (depth > 0) return untilBalanced(depth, number, lines)
  return whileDeeper(indentationOfKey(line, start), number, lines)
}

/** Variables that stand on lines of their own, as in JSON: each line is judged by its own key. */
function isOpenList(before: string, value: string): boolean {
  return /env["']?\s*:\s*$/.test(before) && /^\[\s*\{?\s*$/.test(value)
}

/** The quote that is still open at the end of the line; a value inside of a quoted text belongs to that text. */
function openQuote(line: string, start: number, value: string): string | null {
  if (/^\\["']/.test(value) || /\\["']\s*:\s*$/.test(line.slice(0, start))) return closes('"', value) ? null : '"'
  const [quote = ''] = value
  if (quote !== '"' && quote !== "'") return null
  return closes(quote, value.slice(1)) ? null : quote
}

function closes(quote: string, text: string): boolean {
  return quote === '"' ? /^(?:[^"\\]|\\.)*"/.test(text) : /^(?:[^']|'')*'(?!')/.test(text)
}

function untilQuote(quote: string, number: number, lines: NumberedLines): number {
  let last = number + 1
  for (let line = lines.line(last); line !== undefined && !closes(quote, line); line = lines.line(last)) last++
  return last
}

/** The line on which as many brackets are closed as are open. */
function untilBalanced(open: number, number: number, lines: NumberedLines): number {
  let depth = open
  let last = number
  while (depth > 0) {
    const line = lines.line(last + 1)
    if (line === undefined) break
    depth = depthAfter(line, depth)
    last++
  }
  return last
}

const flowPart = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[{}[\]]/g

/** How many brackets are open behind the text; those in quotes do not count. */
function depthAfter(text: string, depth: number): number {
  let now = depth
  for (const [part] of text.matchAll(flowPart)) {
    if (part === '{' || part === '[') now++
    else if (part === '}' || part === ']') now--
  }
  return now
}

const isComment = /^\s*#/

/** What a comment says, in its column. */
function uncommented(line: string): string {
  return line.replace('#', ' ')
}

/**
 * Blank lines belong to a block scalar, and deeper ones to any value. A value that is commented out is continued by
 * comments alone.
 */
function whileDeeper(indentation: number, number: number, lines: NumberedLines, commented = false): number {
  let last = number
  for (let ahead = number + 1; ; ahead++) {
    const line = lines.line(ahead)
    if (line === undefined) return last
    if (!commented && line.trim() === '') continue
    if (commented && !isComment.test(line)) return last
    if ((commented ? uncommented(line) : line).search(/\S|$/) <= indentation) return last
    last = ahead
  }
}

/** Column of the key, from 0, where the line begins with it; else the line's indentation. */
function indentationOfKey(line: string, start: number): number {
  const before = /^[\s-]*(?=["']?[\w./-]+["']?\s*:\s*$)/.exec(line.slice(0, start))
  return before === null ? line.search(/\S|$/) : before[0].length
}
