import { CR, DASH, GREATER, HASH, LF, PLUS, SPACE, TAB } from '../characters.ts'
import { LINE } from '../classes.ts'
import { skip, skipSpaces } from './bytes.ts'
import { type QuickCursor, rare } from './cursor.ts'
import { tokenFrom } from './next-token.ts'

/**
 * Reads a literal or folded scalar, whose lines are deeper than `indent`, and moves to the token behind it.
 * Indentation indicators and blank lines that are deeper than the first line are left to the full reader.
 */
export function readBlockScalar(cursor: QuickCursor, indent: number): string {
  const { bytes } = cursor
  const indicator = bytes[cursor.pos + 1]
  const chomped = indicator === PLUS || indicator === DASH
  const start = endHeader(bytes, cursor.pos + (chomped ? 2 : 1))
  const column = contentColumn(cursor, start)
  const lines = new Lines(cursor.text, bytes[cursor.pos] === GREATER)
  const end =
    column > Math.max(indent, 0) ? readLines(cursor, lines, start, column) : skipBlankLines(cursor, lines, start)
  if (cursor.padded && end === cursor.length) lines.dropLastBreak()
  tokenFrom(cursor, end)
  return lines.chomp(indicator)
}

function endHeader(bytes: Uint8Array, at: number): number {
  const pos = skipSpaces(bytes, at)
  return endOfLine(bytes, bytes[pos] === HASH ? skip(bytes, pos, LINE) : pos) + 1
}

/** The offset at hand, which has to be that of a line feed. */
function endOfLine(bytes: Uint8Array, pos: number): number {
  if (bytes[pos] !== LF) throw rare
  return pos
}

/** Column of the first line with content, or -1 where there is none. */
function contentColumn({ bytes, length }: QuickCursor, start: number): number {
  let deepest = 0
  for (let lineStart = start; lineStart < length; ) {
    const pos = skipSpaces(bytes, lineStart)
    const column = pos - lineStart
    const code = bytes[pos]
    if (code !== LF) {
      if (code === TAB || code === CR || column < deepest) throw rare
      return column
    }
    deepest = Math.max(deepest, column)
    lineStart = pos + 1
  }
  return -1
}

function skipBlankLines({ bytes, length }: QuickCursor, lines: Lines, start: number): number {
  let end = start
  for (let pos = start; pos < length; pos++) {
    const code = bytes[pos]
    if (code === LF) {
      lines.blank++
      end = pos + 1
    } else if (code === CR) throw rare
    else if (code !== SPACE) break
  }
  return end
}

/** Reads up to the first line that is less deep than `column`, and returns its offset. */
function readLines({ bytes, length }: QuickCursor, lines: Lines, start: number, column: number): number {
  let pos = start
  while (pos < length) {
    const lineStart = pos
    const contentStart = pos + column
    while (pos < contentStart && bytes[pos] === SPACE) pos++
    const code = bytes[pos]
    if (code === LF) lines.blank++
    else if (pos === contentStart) {
      const end = endOfLine(bytes, skip(bytes, pos, LINE))
      lines.add(pos, end, code === SPACE || code === TAB)
      pos = end
    } else if (code === TAB || code === CR) throw rare
    else return lineStart
    pos++
  }
  return pos
}

/** The lines of a block scalar, folded into one text. */
class Lines {
  readonly #text: string
  /** Empty lines since the last one with content. */
  blank = 0
  readonly #folded: boolean
  #value = ''
  // The last line with content is kept apart, since what follows decides about its line break.
  #lineStart = -1
  #lineEnd = -1
  #indented = false
  #unbroken = false

  constructor(text: string, folded: boolean) {
    this.#text = text
    this.#folded = folded
  }

  /** Adds a line; `indented` lines begin with a blank of their own and do not fold. */
  add(start: number, end: number, indented: boolean): void {
    if (this.#lineStart >= 0) {
      const folds = this.#folded && !indented && !this.#indented
      this.#value += this.#text.slice(this.#lineStart, folds ? this.#lineEnd : this.#lineEnd + 1)
      if (folds && this.blank === 0) this.#value += ' '
    }
    if (this.blank > 0) this.#value += '\n'.repeat(this.blank)
    this.blank = 0
    this.#lineStart = start
    this.#lineEnd = end
    this.#indented = indented
  }

  /** Takes back the line break at the end of the text, which is not part of it. */
  dropLastBreak(): void {
    if (this.blank > 0) this.blank--
    else this.#unbroken = true
  }

  /** The whole text: `-` drops the last line break, `+` keeps the empty lines too. */
  chomp(indicator: number | undefined): string {
    const end = indicator === DASH || this.#unbroken ? this.#lineEnd : this.#lineEnd + 1
    const value = this.#lineStart < 0 ? '' : this.#value + this.#text.slice(this.#lineStart, end)
    return indicator === PLUS ? value + '\n'.repeat(this.blank) : value
  }
}
