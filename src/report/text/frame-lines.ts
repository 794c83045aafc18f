import { excerptOf } from './excerpt.ts'
import type { SourceLines } from './source-lines.ts'

/** A place to point at, from 1. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A line as it is shown. */
export interface FrameLine {
  readonly number: number
  readonly text: string
  /** The column in `text`, from 0, that is pointed at; null for the lines around. */
  readonly caret: number | null
}

/** How much is shown around the line pointed at. */
export interface Surroundings {
  /** Lines on either side at most. */
  readonly lines: number
  /** So far up is looked for them: what stands between is left out. */
  readonly within: number
}

const isItem = /^\s*- /
const isBoundary = /^(?:---|\.\.\.)(?:\s|$)|^\s*[}\]]/

/**
 * The line pointed at with those around it that belong to the same part of the object: keys and siblings before it,
 * siblings and children behind it. What may be a secret's value is not shown, nor are lines of other objects, which
 * could hold some. Empty where the line is gone, or itself continues a secret's value.
 *
 * @param room Columns for a line.
 */
export function frameLines(source: SourceLines, place: Place, around: Surroundings, room: number): FrameLine[] {
  const { file, line, column } = place
  const pointed = source.line(file, line)
  if (pointed === undefined || source.isHidden(file, line)) return []
  const shown = (numbers: readonly number[]): FrameLine[] =>
    numbers.map((number) => ({ number, text: excerptOf(source.line(file, number) ?? '', 1, room).text, caret: null }))
  return [
    ...shown(linesBefore(source, place, pointed, around)),
    { number: line, ...excerptOf(pointed, column, room) },
    ...shown(linesAfter(source, place, pointed, around))
  ]
}

/** Going up, those that stand no deeper than all below them: siblings, the item that they are in, its key. */
function linesBefore(
  source: SourceLines,
  { file, line }: Place,
  pointed: string,
  { lines, within }: Surroundings
): number[] {
  const numbers: number[] = []
  let below = pointed
  for (let number = line - 1; number >= line - within && numbers.length < lines; number--) {
    const text = source.line(file, number)
    if (text === undefined || isBoundary.test(text)) break
    if (text.trim() === '' || !mayPrecede(text, below) || source.isHidden(file, number)) continue
    numbers.unshift(number)
    below = text
  }
  return numbers
}

/** Another item of the same list may be another object. */
function mayPrecede(text: string, below: string): boolean {
  const difference = indentationOf(below) - indentationOf(text)
  return difference > 0 || (difference === 0 && !(isItem.test(text) && isItem.test(below)))
}

/** Going down, all until one belongs to something else. */
function linesAfter(source: SourceLines, { file, line }: Place, pointed: string, { lines }: Surroundings): number[] {
  const numbers: number[] = []
  for (let number = line + 1; number <= line + lines; number++) {
    const text = source.line(file, number)
    if (text === undefined || text.trim() === '' || isBoundary.test(text)) break
    if (!mayFollow(text, pointed) || source.isHidden(file, number)) break
    numbers.push(number)
  }
  return numbers
}

/** Below a key, its items may stand at its own depth; below an item, that is the next one. */
function mayFollow(text: string, pointed: string): boolean {
  const difference = indentationOf(text) - indentationOf(pointed)
  return difference > 0 || (difference === 0 && !isItem.test(pointed))
}

function indentationOf(line: string): number {
  return line.search(/\S|$/)
}
