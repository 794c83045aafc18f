import { BYTE_ORDER_MARK, CR, HASH, isBlank, isBreak, isBreakOrEnd, LF } from '../characters.ts'

/** Where the line begins that holds `offset`, or that ends there. */
export function lineStart(text: string, offset: number): number {
  let at = offset
  while (at > 0 && !isBreak(text.charCodeAt(at - 1))) at--
  return at === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : at
}

/** Where the line that holds `offset` ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  let at = offset
  while (at < text.length && !isBreak(text.charCodeAt(at))) at++
  return at
}

/** Where the line behind the one that holds `offset` begins; the end of the text where there is none. */
export function nextLineStart(text: string, offset: number): number {
  const end = lineEnd(text, offset)
  if (end === text.length) return end
  return text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1
}

export function isBreakAt(text: string, offset: number): boolean {
  return isBreak(text.charCodeAt(offset))
}

/** Where the line break begins that stands before the line at `start`; -1 at the start of the text. */
export function breakBefore(text: string, start: number): number {
  if (start === 0 || !isBreakAt(text, start - 1)) return -1
  return text.charCodeAt(start - 1) === LF && text.charCodeAt(start - 2) === CR ? start - 2 : start - 1
}

/** Whether nothing but blanks stands on its line before `offset`. The line is not gone back on: it may be all of the text. */
export function beginsLine(text: string, offset: number): boolean {
  let at = offset
  while (at > 0 && isBlank(text.charCodeAt(at - 1))) at--
  return at === 0 || isBreakAt(text, at - 1) || (at === 1 && text.charCodeAt(0) === BYTE_ORDER_MARK)
}

/** The white space before the first character of the line that holds `offset`. */
export function marginAt(text: string, offset: number): string {
  const start = lineStart(text, offset)
  return text.slice(start, Math.min(skipBlanks(text, start), offset))
}

export function column(text: string, offset: number): number {
  return offset - lineStart(text, offset)
}

export function skipBlanks(text: string, offset: number): number {
  let at = offset
  while (isBlank(text.charCodeAt(at))) at++
  return at
}

/** What a line from `offset` on holds: nothing, only a comment, or more. */
export function lineKind(text: string, offset: number): 'blank' | 'comment' | 'content' {
  const at = skipBlanks(text, offset)
  if (at >= text.length || isBreakOrEnd(text.charCodeAt(at))) return 'blank'
  return text.charCodeAt(at) === HASH ? 'comment' : 'content'
}

let latest = { text: '', lineBreak: '\n' }

/**
 * The line break that a text uses: its first. YAML knows rare ones, which count where there are no others. Kept for the
 * latest text, since one without any is looked through to its end.
 */
export function lineBreakOf(text: string): string {
  if (latest.text !== text) latest = { text, lineBreak: firstBreak(text) }
  return latest.lineBreak
}

function firstBreak(text: string): string {
  return /\r\n?|\n/.exec(text)?.[0] ?? /[\u0085\u2028\u2029]/.exec(text)?.[0] ?? '\n'
}
