import { isBlank, isBreak, TAB } from '../characters.ts'
import { YamlFault } from '../problem.ts'
import type { Cursor } from './cursor.ts'

/**
 * The white space between two pieces of a scalar that may span lines: blanks on one line stay as they are,
 * a line break becomes a space, and empty lines become line breaks.
 */
export class Folding {
  /** Blanks before the first line break; they count only where no line break follows. */
  blanks = ''
  /** Whether a line break was met, so that blanks are indentation now. */
  broken = false
  #first = ''
  #rest = ''

  /** Forgets what was read. */
  clear(): void {
    this.blanks = ''
    this.broken = false
    this.#first = ''
    this.#rest = ''
  }

  /**
   * Reads blanks and line breaks.
   *
   * @throws YamlFault for a tab that indents a line at the column `indent` or before it.
   */
  read(cursor: Cursor, indent = -1): void {
    for (;;) {
      const code = cursor.code()
      if (isBreak(code)) this.#readBreak(cursor)
      else if (!isBlank(code)) return
      else if (this.broken) {
        if (code === TAB && cursor.column <= indent)
          throw new YamlFault(cursor.pos, 'a tab cannot indent YAML: use spaces')
        cursor.pos++
      } else this.#readBlanks(cursor)
    }
  }

  #readBlanks(cursor: Cursor): void {
    const from = cursor.pos
    while (isBlank(cursor.code())) cursor.pos++
    this.blanks += cursor.text.slice(from, cursor.pos)
  }

  /** Notes a line break that `\\` took out of a double-quoted scalar: it joins the lines without a space. */
  escapeBreak(): void {
    this.broken = true
  }

  #readBreak(cursor: Cursor): void {
    if (this.broken) this.#rest += cursor.readBreak()
    else {
      this.#first = cursor.readBreak()
      this.broken = true
    }
  }

  /** What the white space read so far contributes to the scalar. */
  text(): string {
    if (!this.broken) return this.blanks
    // Unicode's own line and paragraph separators are content and never fold.
    if (this.#first !== '\n') return this.#first + this.#rest
    return this.#rest === '' ? ' ' : this.#rest
  }
}
