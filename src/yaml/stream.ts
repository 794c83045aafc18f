import { HASH, isBlank, LF, PERCENT } from './characters.ts'

/** A piece of the stream that is read as one document. */
export interface Chunk {
  readonly start: number
  readonly end: number
  /** Where the next piece begins, behind the separator. */
  readonly next: number
  /** Offset of a `---` that kubectl takes for a bad separator, since text follows it on the line; else -1. */
  readonly badSeparator: number
}

/**
 * Cuts a piece off a stream at the next `---` line as kubectl's reader does (`YAMLReader` of k8s.io/apimachinery): the
 * separator belongs to neither piece, except that one at the very start of a piece stays in it. Two things differ, so
 * that nothing is lost that YAML itself allows: directives stay with the document that they stand before, and a
 * document may begin on the separator's line, which kubectl refuses.
 */
export function cutChunk(text: string, start: number): Chunk {
  let badSeparator = -1
  for (let line = firstMarker(text, start); line >= 0; line = nextMarker(text, line)) {
    const separates = isSeparator(text, line)
    const cuts = separates || isBlank(text.charCodeAt(line + 3))
    if (cuts && line > start && !holdsOnlyDirectives(text, start, line))
      return { start, end: line, next: separates ? nextLine(text, line) : line, badSeparator }
    if (!separates && badSeparator < 0) badSeparator = line
  }
  return { start, end: text.length, next: text.length, badSeparator }
}

function firstMarker(text: string, from: number): number {
  return text.startsWith('---', from) ? from : nextMarker(text, from)
}

function nextMarker(text: string, from: number): number {
  const found = text.indexOf('\n---', from)
  return found < 0 ? -1 : found + 1
}

/** Start of the line behind the one that holds `from`. */
export function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end + 1
}

/** Whether nothing but white space and a comment follows the `---`; kubectl needs no space before the comment. */
export function isSeparator(text: string, line: number): boolean {
  const next = text.charCodeAt(line + 3)
  if (next === LF || line + 3 === text.length) return true
  const rest = text.slice(line + 3, nextLine(text, line)).trim()
  return rest === '' || rest.charCodeAt(0) === HASH
}

function holdsOnlyDirectives(text: string, start: number, end: number): boolean {
  let found = false
  for (let line = start; line < end; line = nextLine(text, line)) {
    const first = text.charCodeAt(line)
    if (first === PERCENT) found = true
    else if (!/^[ \t]*(#.*)?\r?\n?$/.test(text.slice(line, nextLine(text, line)))) return false
  }
  return found
}
