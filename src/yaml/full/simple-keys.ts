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

/** The possible simple keys, one for each level of flow brackets. */
export class SimpleKeys {
  readonly #cursor: Cursor
  readonly #stack: (SimpleKey | undefined)[] = [undefined]
  readonly #byToken = new Map<number, SimpleKey>()

  constructor(cursor: Cursor) {
    this.#cursor = cursor
  }

  /** Remembers that the token about to be scanned may be a key. */
  save(tokenNumber: number, required: boolean): void {
    this.remove()
    const { pos, line, column } = this.#cursor
    const key = { possible: true, required, tokenNumber, pos, line, column }
    this.#stack[this.#stack.length - 1] = key
    this.#byToken.set(tokenNumber, key)
  }

  /** Gives up the possible key of this level. */
  remove(): void {
    const key = this.#stack.at(-1)
    if (key?.possible) this.#giveUp(key)
  }

  /** Takes the key that a `:` here belongs to, if there is one. */
  take(): SimpleKey | undefined {
    const key = this.#stack.at(-1)
    if (key === undefined || !this.#isValid(key)) return undefined
    key.possible = false
    this.#byToken.delete(key.tokenNumber)
    return key
  }

  /** Whether the token of that number may still become a key. */
  isPending(tokenNumber: number): boolean {
    const key = this.#byToken.get(tokenNumber)
    return key !== undefined && this.#isValid(key)
  }

  enterFlow(): void {
    this.#stack.push(undefined)
  }

  leaveFlow(): void {
    const key = this.#stack.pop()
    if (key !== undefined) this.#byToken.delete(key.tokenNumber)
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

  #giveUp(key: SimpleKey): void {
    if (key.required) throw missingColon(key)
    key.possible = false
    this.#byToken.delete(key.tokenNumber)
  }
}

function missingColon(key: SimpleKey): YamlFault {
  return new YamlFault(key.pos, 'a key was expected here, but no ": " follows on this line')
}
