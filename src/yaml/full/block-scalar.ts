import { DASH, HASH, isBlank, isBreak, isBreakOrEnd, isDigit, NUL, PLUS, SPACE, TAB, ZERO } from '../characters.ts'
import { YamlFault } from '../problem.ts'
import type { Cursor } from './cursor.ts'
import { scalarToken, type Token } from './token.ts'

type Chomping = 'strip' | 'clip' | 'keep'

interface Header {
  readonly chomping: Chomping
  /** The indentation indicator, 0 where the text itself shows the indentation. */
  readonly increment: number
}

/** Scans a literal (`|`) or folded (`>`) scalar. `parentIndent` is the column of the collection that holds it, or -1. */
export function scanBlockScalar(cursor: Cursor, parentIndent: number): Token {
  const start = cursor.pos
  const literal = cursor.text[start] === '|'
  cursor.pos++
  const { chomping, increment } = scanHeader(cursor, start)
  const body = new BlockBody(cursor, parentIndent)
  if (increment > 0) body.indent = Math.max(parentIndent, 0) + increment
  const value = body.read(literal, chomping)
  return scalarToken(literal ? 'literal' : 'folded', start, body.end, value)
}

function scanHeader(cursor: Cursor, start: number): Header {
  let increment = scanIncrement(cursor, start)
  const chomping = scanChomping(cursor)
  if (increment === 0 && chomping !== 'clip') increment = scanIncrement(cursor, start)
  while (isBlank(cursor.code())) cursor.pos++
  if (cursor.code() === HASH) cursor.skipLine()
  if (!isBreakOrEnd(cursor.code()))
    throw new YamlFault(cursor.pos, 'only a comment may follow the "|" or ">" of a block scalar on its line')
  cursor.skipBreak()
  return { chomping, increment }
}

function scanIncrement(cursor: Cursor, start: number): number {
  const code = cursor.code()
  if (!isDigit(code)) return 0
  if (code === ZERO) throw new YamlFault(start, 'the indentation indicator of a block scalar cannot be 0')
  cursor.pos++
  return code - ZERO
}

function scanChomping(cursor: Cursor): Chomping {
  const code = cursor.code()
  if (code !== PLUS && code !== DASH) return 'clip'
  cursor.pos++
  return code === PLUS ? 'keep' : 'strip'
}

class BlockBody {
  /** 0 until the first line with content shows it. */
  indent = 0
  end: number
  readonly #cursor: Cursor
  readonly #parentIndent: number

  constructor(cursor: Cursor, parentIndent: number) {
    this.#cursor = cursor
    this.#parentIndent = parentIndent
    this.end = cursor.pos
  }

  read(literal: boolean, chomping: Chomping): string {
    const cursor = this.#cursor
    let content = ''
    let lineBreak = ''
    let emptyLines = this.#readEmptyLines()
    let afterBlank = false
    while (cursor.column === this.indent && cursor.code() !== NUL) {
      const blank = isBlank(cursor.code())
      // Two lines fold into one only where neither begins with a blank.
      const folds = !literal && !afterBlank && !blank && lineBreak === '\n'
      if (!folds) content += lineBreak
      else if (emptyLines === '') content += ' '
      content += emptyLines
      afterBlank = blank
      content += readLine(cursor)
      lineBreak = cursor.readBreak()
      emptyLines = this.#readEmptyLines()
    }
    if (chomping !== 'strip') content += lineBreak
    return chomping === 'keep' ? content + emptyLines : content
  }

  /** Steps over indentation and empty lines, up to the next line with content, and returns their breaks. */
  #readEmptyLines(): string {
    const cursor = this.#cursor
    let breaks = ''
    let deepest = 0
    this.end = cursor.pos
    for (;;) {
      while (this.#inIndentation() && cursor.code() === SPACE) cursor.pos++
      deepest = Math.max(deepest, cursor.column)
      if (this.#inIndentation() && cursor.code() === TAB)
        throw new YamlFault(cursor.pos, 'a tab where a block scalar is indented: use spaces')
      if (!isBreak(cursor.code())) break
      breaks += cursor.readBreak()
      this.end = cursor.pos
    }
    if (this.indent === 0) this.indent = Math.max(deepest, this.#parentIndent + 1, 1)
    return breaks
  }

  #inIndentation(): boolean {
    return this.indent === 0 || this.#cursor.column < this.indent
  }
}

function readLine(cursor: Cursor): string {
  const from = cursor.pos
  cursor.skipLine()
  return cursor.text.slice(from, cursor.pos)
}
