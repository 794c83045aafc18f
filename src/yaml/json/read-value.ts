import { CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, DOUBLE_QUOTE, OPEN_BRACE, OPEN_BRACKET } from '../characters.ts'
import { setOwn, type YamlMapping } from '../own-property.ts'
import { type DuplicateKey, maximumDepth } from '../problem.ts'
import { beginsNumber, type JsonCursor, notJson, readLiteral, readNumber, readString, skipSpace } from './tokens.ts'

/** Reads JSON values one after the other. */
export class JsonReader implements JsonCursor {
  readonly text: string
  pos: number
  /** Equal keys of the value read last, and of those in it. */
  readonly duplicates: DuplicateKey[] = []
  /** Offset of the first number that no double can hold, or -1. */
  tooLarge = -1

  constructor(text: string, start: number) {
    this.text = text
    this.pos = start
  }

  /** @throws `notJson` where no value begins at the cursor. */
  value(depth = 1): unknown {
    const code = skipSpace(this)
    if (code === DOUBLE_QUOTE) return readString(this)
    if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      if (depth > maximumDepth) throw notJson
      this.pos++
      return code === OPEN_BRACE ? this.#object(depth) : this.#array(depth)
    }
    return beginsNumber(code) ? this.#number() : readLiteral(this)
  }

  #number(): number | bigint {
    const at = this.pos
    const number = readNumber(this)
    if (this.tooLarge < 0 && (number === Number.POSITIVE_INFINITY || number === Number.NEGATIVE_INFINITY))
      this.tooLarge = at
    return number
  }

  #array(depth: number): unknown[] {
    const items: unknown[] = []
    if (skipSpace(this) === CLOSE_BRACKET) {
      this.pos++
      return items
    }
    do items.push(this.value(depth + 1))
    while (this.#goesOn(CLOSE_BRACKET))
    return items
  }

  #object(depth: number): YamlMapping {
    const object: YamlMapping = {}
    const start = this.pos
    if (skipSpace(this) === CLOSE_BRACE) {
      this.pos++
      return object
    }
    do {
      if (skipSpace(this) !== DOUBLE_QUOTE) throw notJson
      const at = this.pos
      const key = readString(this)
      if (skipSpace(this) !== COLON) throw notJson
      this.pos++
      if (Object.hasOwn(object, key))
        this.duplicates.push({ name: key, first: findKey(this.text, start, key), again: at })
      setOwn(object, key, this.value(depth + 1))
    } while (this.#goesOn(CLOSE_BRACE))
    return object
  }

  /** Takes the comma between entries, or the closing bracket. */
  #goesOn(close: number): boolean {
    const code = skipSpace(this)
    this.pos++
    if (code === COMMA) return true
    if (code === close) return false
    throw notJson
  }
}

/** Offset of a key in the object whose entries begin at `start`, which is read once more up to there. */
function findKey(text: string, start: number, name: string): number {
  const reader = new JsonReader(text, start)
  for (;;) {
    skipSpace(reader)
    const at = reader.pos
    if (readString(reader) === name) return at
    skipSpace(reader)
    reader.pos++
    reader.value()
    skipSpace(reader)
    reader.pos++
  }
}
