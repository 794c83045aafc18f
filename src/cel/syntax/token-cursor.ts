import { SyntaxFault } from './syntax-fault.ts'
import type { Token, TokenKind } from './token.ts'

/** Reads tokens in order. The last one is never passed. */
export class TokenCursor {
  readonly #tokens: readonly Token[]
  #next = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  /** The token `ahead` places after the next one. */
  peek(ahead = 0): Token {
    const token = this.#tokens[Math.min(this.#next + ahead, this.#tokens.length - 1)]
    if (token === undefined) throw new RangeError('no tokens')
    return token
  }

  take(): Token {
    const token = this.peek()
    if (token.kind !== 'end' && token.kind !== 'invalid') this.#next++
    return token
  }

  isSymbol(text: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.kind === 'symbol' && token.text === text
  }

  /** Takes the symbol if it is next. */
  takeIf(text: string): Token | undefined {
    return this.isSymbol(text) ? this.take() : undefined
  }

  expectSymbol(text: string): Token {
    return this.takeIf(text) ?? this.unexpected(`'${text}'`)
  }

  expect(kind: TokenKind): Token {
    return this.peek().kind === kind ? this.take() : this.unexpected(kind === 'identifier' ? 'IDENTIFIER' : kind)
  }

  unexpected(wanted: string): never {
    const { kind, text, index } = this.peek()
    if (kind === 'invalid') throw new SyntaxFault(`Syntax error: ${text}`, index)
    throw new SyntaxFault(`Syntax error: mismatched input '${text}' expecting ${wanted}`, index)
  }
}
