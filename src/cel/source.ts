import type { Issue } from './issue.ts'

/** A place in an expression, both numbers from 1, columns in code points. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** The text of an expression. Offsets count code points, as CEL does; JavaScript's indices count UTF-16 units. */
export class Source {
  readonly text: string
  /** Indices of the second halves of surrogate pairs: each one shifts the code points after it by one. */
  readonly #trailing: number[] = []

  constructor(text: string) {
    this.text = text
    for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) this.#trailing.push(match.index + 1)
  }

  /** Length in code points. */
  get length(): number {
    return this.text.length - this.#trailing.length
  }

  /** The code point offset of a UTF-16 index. */
  offsetOf(index: number): number {
    let low = 0
    let high = this.#trailing.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#trailing[middle] ?? 0) < index) low = middle + 1
      else high = middle
    }
    return index - low
  }

  /** The UTF-16 index of a code point offset. */
  indexOf(offset: number): number {
    let index = offset
    for (const trailing of this.#trailing) if (trailing <= index) index++
    return index
  }

  positionOf(offset: number): Position {
    const before = this.#codePoints(offset)
    const lineStart = before.lastIndexOf('\n') + 1
    return { line: before.filter((character) => character === '\n').length + 1, column: before.length - lineStart + 1 }
  }

  #codePoints(end: number): string[] {
    return Array.from(this.text).slice(0, end)
  }
}

/** The widest line that is shown whole; longer ones show this much around the caret. */
const frameWidth = 120

/**
 * The issue with its position, the line it is on and a caret under the place:
 *
 * ```text
 * 1:8: undeclared reference to 'slef' (in container ''), did you mean 'self'?
 *  | 1 < 2 && slef.x
 *  |          ^
 * ```
 */
export function renderIssue(issue: Issue, source: Source): string {
  const { line, column } = source.positionOf(issue.offset)
  const hint = issue.suggestion === undefined ? '' : `, did you mean '${issue.suggestion}'?`
  const characters = Array.from(source.text.split('\n')[line - 1] ?? '', (character) =>
    character === '\t' || character === '\r' ? ' ' : character
  )
  const start = Math.max(0, column - frameWidth / 2)
  const shown = characters.slice(start, start + frameWidth).join('')
  return `${line}:${column}: ${issue.message}${hint}\n | ${shown}\n | ${' '.repeat(column - 1 - start)}^`
}
