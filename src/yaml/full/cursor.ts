import {
  BYTE_ORDER_MARK,
  CR,
  isBlankOrEnd,
  isBreak,
  isBreakOrEnd,
  LF,
  LINE_SEPARATOR,
  PARAGRAPH_SEPARATOR
} from '../characters.ts'
import { classes, LINE } from '../classes.ts'
import { Folding } from './folding.ts'

/** A place in the text of one document, with the line and column that the scanner's rules need. */
export class Cursor {
  /** The document, ended by NULs so that looking ahead never leaves it. */
  readonly text: string
  pos: number
  line = 0
  lineStart: number
  /** The white space behind the word of a scalar that was scanned last; one for all, since there are as many as words. */
  readonly space = new Folding()

  constructor(document: string) {
    this.text = `${document}\0\0\0\0`
    this.pos = document.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0
    this.lineStart = this.pos
  }

  /** From 0, as indentation is counted. */
  get column(): number {
    return this.pos - this.lineStart
  }

  /** The code of the current character. */
  code(): number {
    return this.text.charCodeAt(this.pos)
  }

  /** The code of a character further on. */
  ahead(count: number): number {
    return this.text.charCodeAt(this.pos + count)
  }

  /** Steps over characters that have all the bits of one class in `classes.ts`. */
  skipClass(bits: number): void {
    const { text } = this
    let { pos } = this
    while (((classes[text.charCodeAt(pos)] as number) & bits) !== 0) pos++
    this.pos = pos
  }

  /** Steps over the rest of the line. */
  skipLine(): void {
    this.skipClass(LINE)
    while (!isBreakOrEnd(this.code())) this.pos++
  }

  /** Steps over a line break of any kind, if one is here. */
  skipBreak(): void {
    const code = this.code()
    if (code === CR && this.ahead(1) === LF) this.pos += 2
    else if (isBreak(code)) this.pos += 1
    else return
    this.line++
    this.lineStart = this.pos
  }

  /** Steps over a line break and returns what it contributes to a scalar. */
  readBreak(): string {
    const code = this.code()
    if (!isBreak(code)) return ''
    this.skipBreak()
    return code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR ? String.fromCharCode(code) : '\n'
  }

  /** Whether a line here begins with `---` or `...`, followed by a blank or the line's end. */
  atDocumentMarker(): boolean {
    if (this.pos !== this.lineStart) return false
    return this.text.startsWith('---', this.pos) || this.text.startsWith('...', this.pos)
      ? isBlankOrEnd(this.ahead(3))
      : false
  }
}
