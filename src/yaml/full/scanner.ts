import {
  AMPERSAND,
  ASTERISK,
  AT,
  BACKTICK,
  BANG,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DASH,
  DOT,
  DOUBLE_QUOTE,
  GREATER,
  HASH,
  isBlank,
  isBlankOrEnd,
  isBreak,
  isWord,
  NUL,
  OPEN_BRACE,
  OPEN_BRACKET,
  PERCENT,
  PIPE,
  QUESTION,
  SINGLE_QUOTE,
  SPACE,
  TAB
} from '../characters.ts'
import { YamlFault } from '../problem.ts'
import { scanBlockScalar } from './block-scalar.ts'
import { Cursor } from './cursor.ts'
import { scanDirective } from './directive.ts'
import { scanPlainScalar } from './plain-scalar.ts'
import { scanQuotedScalar } from './quoted-scalar.ts'
import { SimpleKeys } from './simple-keys.ts'
import { scanTag } from './tag.ts'
import { type Token, type TokenKind, token } from './token.ts'

/**
 * Tokens of one document, made exactly as go-yaml v2 makes them (its `scannerc.go`, which descends from libyaml),
 * since only that decides what Kubernetes reads and refuses.
 */
export class Scanner {
  readonly #cursor: Cursor
  readonly #keys: SimpleKeys
  #queue: Token[] = []
  /** Number of tokens already handed out. */
  #taken = 0
  #head = 0
  /** Column of the innermost block collection, -1 outside of all. */
  #indent = -1
  readonly #indents: number[] = []
  #flowLevel = 0
  /** Whether a key may begin here without a `?`. */
  #keyAllowed = true
  #ended = false

  constructor(document: string) {
    this.#cursor = new Cursor(document)
    this.#keys = new SimpleKeys(this.#cursor)
  }

  /** The next token, which stays the next. */
  peek(): Token {
    while (this.#needsMore()) this.#fetch()
    return this.#queue[this.#head] ?? token('stream-end', this.#cursor.pos, this.#cursor.pos)
  }

  /** Takes the next token. */
  next(): Token {
    const found = this.peek()
    this.#head++
    this.#taken++
    if (this.#head > 64 && this.#head === this.#queue.length) {
      this.#queue = []
      this.#head = 0
    }
    return found
  }

  /** A token is final only when no later `:` can turn it into a key. */
  #needsMore(): boolean {
    if (this.#head === this.#queue.length) return !this.#ended
    return this.#keys.isPending(this.#taken)
  }

  #fetch(): void {
    this.#skipToToken()
    const cursor = this.#cursor
    this.#unroll(cursor.column)
    const code = cursor.code()
    if (code === NUL) this.#fetchEnd()
    else if (cursor.column === 0 && code === PERCENT) this.#fetchDirective()
    else if (cursor.atDocumentMarker()) this.#fetchMarker(code === DOT ? 'document-end' : 'document-start')
    else if (!this.#fetchIndicator(code) && !this.#fetchScalar(code)) throw this.#unexpected(code)
  }

  #skipToToken(): void {
    const cursor = this.#cursor
    for (;;) {
      const tabsAllowed = this.#flowLevel > 0 || !this.#keyAllowed
      while (cursor.code() === SPACE || (tabsAllowed && cursor.code() === TAB)) cursor.pos++
      if (cursor.code() === HASH) cursor.skipLine()
      if (!isBreak(cursor.code())) return
      cursor.skipBreak()
      if (this.#flowLevel === 0) this.#keyAllowed = true
    }
  }

  /** Fetches the token of a punctuation character, if one is here. */
  #fetchIndicator(code: number): boolean {
    const spaced = isBlankOrEnd(this.#cursor.ahead(1))
    const inFlow = this.#flowLevel > 0
    if (code === OPEN_BRACKET) this.#openFlow('flow-sequence-start')
    else if (code === OPEN_BRACE) this.#openFlow('flow-mapping-start')
    else if (code === CLOSE_BRACKET) this.#closeFlow('flow-sequence-end')
    else if (code === CLOSE_BRACE) this.#closeFlow('flow-mapping-end')
    else if (code === COMMA) this.#fetchFlowEntry()
    else if (code === DASH && spaced) this.#fetchBlockEntry()
    else if (code === QUESTION && (inFlow || spaced)) this.#fetchKey()
    else if (code === COLON && (inFlow || spaced)) this.#fetchValue()
    else return false
    return true
  }

  /** Fetches a scalar, or one of the properties that stand before it, if one is here. */
  #fetchScalar(code: number): boolean {
    if ((code === PIPE || code === GREATER) && this.#flowLevel === 0) this.#fetchBlockScalar()
    else if (isPropertyOrQuote(code)) {
      this.#saveKey()
      this.#keyAllowed = false
      this.#queue.push(this.#scanPropertyOrQuoted(code))
    } else if (this.#beginsPlain(code)) this.#fetchPlain()
    else return false
    return true
  }

  #beginsPlain(code: number): boolean {
    const next = this.#cursor.ahead(1)
    if (code === DASH) return !isBlank(next)
    if (code === QUESTION || code === COLON) return this.#flowLevel === 0 && !isBlankOrEnd(next)
    return !isBlankOrEnd(code) && !isReserved(code)
  }

  #unexpected(code: number): YamlFault {
    const { pos, text } = this.#cursor
    if (code === TAB) return new YamlFault(pos, 'a tab cannot indent YAML: use spaces')
    return new YamlFault(pos, `no value can begin with ${text[pos]}: put it in quotes`)
  }

  #add(kind: TokenKind, length: number): void {
    const start = this.#cursor.pos
    this.#cursor.pos += length
    this.#queue.push(token(kind, start, this.#cursor.pos))
  }

  #fetchEnd(): void {
    // The end is a line of its own, so that no bracket waits for a ":" any more.
    this.#cursor.line++
    this.#unroll(-1)
    this.#keys.remove()
    this.#keyAllowed = false
    this.#add('stream-end', 0)
    this.#ended = true
  }

  #fetchDirective(): void {
    this.#unroll(-1)
    this.#keys.remove()
    this.#keyAllowed = false
    this.#queue.push(scanDirective(this.#cursor))
  }

  #fetchMarker(kind: TokenKind): void {
    this.#unroll(-1)
    this.#keys.remove()
    this.#keyAllowed = false
    this.#add(kind, 3)
  }

  #openFlow(kind: TokenKind): void {
    this.#saveKey()
    this.#keys.enterFlow(this.#nextNumber())
    this.#flowLevel++
    this.#keyAllowed = true
    this.#add(kind, 1)
  }

  #closeFlow(kind: TokenKind): void {
    this.#keys.remove()
    if (this.#flowLevel > 0) {
      this.#flowLevel--
      this.#keys.leaveFlow()
    }
    this.#keyAllowed = false
    this.#add(kind, 1)
  }

  #fetchFlowEntry(): void {
    this.#keys.remove()
    this.#keyAllowed = true
    this.#add('flow-entry', 1)
  }

  #fetchBlockEntry(): void {
    if (this.#flowLevel === 0) {
      if (!this.#keyAllowed)
        throw new YamlFault(this.#cursor.pos, 'a list item cannot begin here: put "-" on a line of its own')
      this.#roll(this.#cursor.column, 'block-sequence-start', this.#cursor.pos, this.#queue.length)
    }
    this.#keys.remove()
    this.#keyAllowed = true
    this.#add('block-entry', 1)
  }

  #fetchKey(): void {
    if (this.#flowLevel === 0) {
      if (!this.#keyAllowed) throw new YamlFault(this.#cursor.pos, 'a mapping key cannot begin here')
      this.#roll(this.#cursor.column, 'block-mapping-start', this.#cursor.pos, this.#queue.length)
    }
    this.#keys.remove()
    this.#keyAllowed = this.#flowLevel === 0
    this.#add('key', 1)
  }

  #fetchValue(): void {
    const key = this.#keys.take()
    if (key !== undefined) {
      const number = key.tokenNumber - this.#taken
      // A token that is handed out already can be no key any more; go-yaml then puts these behind.
      const at = number < 0 ? this.#queue.length : this.#head + number
      this.#insert(at, token('key', key.pos, key.pos))
      this.#roll(key.column, 'block-mapping-start', key.pos, number < 0 ? this.#queue.length : at)
      this.#keyAllowed = false
    } else {
      if (this.#flowLevel === 0) this.#beginComplexValue()
      this.#keyAllowed = this.#flowLevel === 0
    }
    this.#add('value', 1)
  }

  #beginComplexValue(): void {
    if (!this.#keyAllowed)
      throw new YamlFault(
        this.#cursor.pos,
        'a ": " cannot stand here: put the text that holds it in quotes, or the key on a line of its own'
      )
    this.#roll(this.#cursor.column, 'block-mapping-start', this.#cursor.pos, this.#queue.length)
  }

  #scanPropertyOrQuoted(code: number): Token {
    if (code === ASTERISK) return this.#scanAnchor('alias')
    if (code === AMPERSAND) return this.#scanAnchor('anchor')
    return code === BANG ? scanTag(this.#cursor) : scanQuotedScalar(this.#cursor)
  }

  #fetchBlockScalar(): void {
    this.#keys.remove()
    this.#keyAllowed = true
    this.#queue.push(scanBlockScalar(this.#cursor, this.#indent))
  }

  #fetchPlain(): void {
    this.#saveKey()
    this.#queue.push(scanPlainScalar(this.#cursor, this.#indent, this.#flowLevel > 0))
    this.#keyAllowed = this.#cursor.space.broken
  }

  #scanAnchor(kind: 'alias' | 'anchor'): Token {
    const cursor = this.#cursor
    const start = cursor.pos
    cursor.pos++
    while (isWord(cursor.code())) cursor.pos++
    if (cursor.pos === start + 1 || !endsAnchor(cursor.code()))
      throw new YamlFault(
        start,
        `the name of an ${kind} has letters, digits, "-" and "_" only; other text that begins with ${cursor.text[start]} needs quotes`
      )
    return token(kind, start, cursor.pos, cursor.text.slice(start + 1, cursor.pos))
  }

  #saveKey(): void {
    if (!this.#keyAllowed) return
    const required = this.#flowLevel === 0 && this.#indent === this.#cursor.column
    this.#keys.save(this.#nextNumber(), required)
  }

  /** The number of the token about to be added. */
  #nextNumber(): number {
    return this.#taken + this.#queue.length - this.#head
  }

  /** Opens a block collection where the column is deeper than that of the innermost one. */
  #roll(column: number, kind: TokenKind, pos: number, at: number): void {
    if (this.#flowLevel > 0 || this.#indent >= column) return
    this.#indents.push(this.#indent)
    this.#indent = column
    this.#insert(at, token(kind, pos, pos))
  }

  /** Puts a token before others, few of which wait as a rule: `splice` takes longer, and makes an array each time. */
  #insert(at: number, token: Token): void {
    const queue = this.#queue
    queue.push(token)
    for (let i = queue.length - 1; i > at; i--) queue[i] = queue[i - 1] ?? token
    queue[at] = token
  }

  /** Closes the block collections that are deeper than the column. */
  #unroll(column: number): void {
    if (this.#flowLevel > 0) return
    while (this.#indent > column) {
      this.#add('block-end', 0)
      this.#indent = this.#indents.pop() ?? -1
    }
  }
}

function isPropertyOrQuote(code: number): boolean {
  return code === SINGLE_QUOTE || code === DOUBLE_QUOTE || code === ASTERISK || code === AMPERSAND || code === BANG
}

function isReserved(code: number): boolean {
  return code === AT || code === BACKTICK || code === PERCENT || code === HASH || code === PIPE || code === GREATER
}

function endsAnchor(code: number): boolean {
  return (
    isBlankOrEnd(code) ||
    code === QUESTION ||
    code === COLON ||
    code === COMMA ||
    code === CLOSE_BRACKET ||
    code === CLOSE_BRACE ||
    code === PERCENT ||
    code === AT ||
    code === BACKTICK
  )
}
