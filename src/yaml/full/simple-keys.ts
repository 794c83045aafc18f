import { YamlFault } from '../problem.ts'
import type { Cursor } from './cursor.ts'

/** A token that turns out to be a mapping key once a `:` follows it on the same line. */
export interface SimpleKey {
  possible: boolean
  /** In block style a token at the mapping's own column can be nothing but a key. */
  readonly required: boolean
  readonly tokenNumber: number
  readonly pos: number
  readonly line: number
  readonly column: number
}

// YAML's own limit on the characters between a key's start and its ":".
const longestKey = 1024

/**
 * The possible simple keys, one for each level of flow brackets. Which of them hold back the tokens behind them
 * follows go-yaml to the letter: an empty pair of brackets is handed out before a `:` behind it can make it a key.
 */
export class SimpleKeys {
  readonly #cursor: Cursor
  readonly #levels: SimpleKey[]
  /** Those whose tokens are held back, by token number. */
  readonly #pending: SimpleKey[] = []

  constructor(cursor: Cursor) {
    this.#cursor = cursor
    this.#levels = [this.#keyHere(0, false, false)]
  }

  /** Remembers that the token about to be scanned may be a key. */
  save(tokenNumber: number, required: boolean): void {
    this.remove()
    const key = this.#keyHere(tokenNumber, true, required)
    this.#levels[this.#levels.length - 1] = key
    this.#pending.push(key)
  }

  #keyHere(tokenNumber: number, possible: boolean, required: boolean): SimpleKey {
    const { pos, line, lineStart } = this.#cursor
    return { possible, required, tokenNumber, pos, line, column: pos - lineStart }
  }

  /** Gives up the possible key of this level. */
  remove(): void {
    const key = this.#levels.at(-1)
    if (!key?.possible) return
    if (key.required) throw missingColon(key)
    key.possible = false
    this.#release(key.tokenNumber)
  }

  /** Takes the key that a `:` here belongs to, if there is one. */
  take(): SimpleKey | undefined {
    const key = this.#levels.at(-1)
    if (key === undefined || !this.#isValid(key)) return undefined
    key.possible = false
    this.#release(key.tokenNumber)
    return key
  }

  /** Whether the token of that number may still become a key. */
  isPending(tokenNumber: number): boolean {
    const pending = this.#pending
    let first = pending[0]
    while (first !== undefined && first.tokenNumber < tokenNumber) {
      pending.shift()
      first = pending[0]
    }
    return first !== undefined && first.tokenNumber === tokenNumber && this.#isValid(first)
  }

  /** Enters the bracket that is the token of that number. */
  enterFlow(tokenNumber: number): void {
    this.#levels.push(this.#keyHere(tokenNumber, false, false))
  }

  leaveFlow(): void {
    const key = this.#levels.pop()
    if (key !== undefined) this.#release(key.tokenNumber)
  }

  #release(tokenNumber: number): void {
    const pending = this.#pending
    if (pending.at(-1)?.tokenNumber === tokenNumber) {
      pending.pop()
      return
    }
    const at = pending.findLastIndex((key) => key.tokenNumber === tokenNumber)
    if (at >= 0) pending.splice(at, 1)
  }

  #isValid(key: SimpleKey): boolean {
    if (!key.possible) return false
    if (key.line === this.#cursor.line && !this.#isTooLong(key)) return true
    if (key.required) throw missingColon(key)
    key.possible = false
    return false
  }

  #isTooLong(key: SimpleKey): boolean {
    const { pos, text } = this.#cursor
    if (pos - key.pos <= longestKey) return false
    return [...text.slice(key.pos, pos)].length > longestKey
  }
}

function missingColon(key: SimpleKey): YamlFault {
  return new YamlFault(key.pos, 'a key was expected here, but no ": " follows on this line')
}
