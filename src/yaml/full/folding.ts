import { isBlank, isBreak } from '../characters.ts'
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

  /** Reads blanks and line breaks. `onIndent` is called at each blank after a line break. */
  read(cursor: Cursor, onIndent?: (cursor: Cursor) => void): void {
    for (;;) {
      const code = cursor.code()
      if (isBreak(code)) this.#readBreak(cursor)
      else if (!isBlank(code)) return
      else if (this.broken) {
        onIndent?.(cursor)
        cursor.pos++
      } else {
        this.blanks += cursor.text[cursor.pos]
        cursor.pos++
      }
    }
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
