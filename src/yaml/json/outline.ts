import { BACKSLASH, CLOSE_BRACE, CLOSE_BRACKET, COMMA, DOUBLE_QUOTE, OPEN_BRACE, OPEN_BRACKET } from '../characters.ts'
import type { Found, YamlPath } from '../locate.ts'
import { type JsonCursor, readString, skipSpace } from './tokens.ts'

/** Where a value stands, and its key if it has one. */
interface Place {
  readonly start: number
  readonly key: number | undefined
}

type Children = ReadonlyMap<string, Place> | readonly Place[]

/**
 * Finds values in the text of a JSON document by counting brackets. Only the collections on the way of a path are
 * looked into, each once.
 */
export class JsonOutline {
  readonly #text: string
  readonly #root: Place
  /** By the offset of the collection's bracket. */
  readonly #children = new Map<number, Children>()

  /** @param start Offset of a JSON value. */
  constructor(text: string, start: number) {
    this.#text = text
    this.#root = { start, key: undefined }
  }

  /** As `findInNodes`. */
  find(path: YamlPath): Found {
    let place = this.#root
    for (const part of path) {
      const next = childAt(this.#childrenOf(place.start), part)
      if (next === undefined) return { offset: place.key ?? place.start, located: 'parent' }
      place = next
    }
    return { offset: place.start, located: 'exact' }
  }

  #childrenOf(start: number): Children {
    const known = this.#children.get(start)
    if (known !== undefined) return known
    const children = readChildren(this.#text, start)
    this.#children.set(start, children)
    return children
  }
}

function childAt(children: Children, part: string | number): Place | undefined {
  if (children instanceof Map) return children.get(String(part))
  return Array.isArray(children) && typeof part === 'number' ? children[part] : undefined
}

function readChildren(text: string, start: number): Children {
  const code = text.charCodeAt(start)
  if (code === OPEN_BRACE) return readMembers({ text, pos: start + 1 })
  return code === OPEN_BRACKET ? readItems({ text, pos: start + 1 }) : []
}

/** Of a key that stands twice, the last one counts. */
function readMembers(cursor: JsonCursor): Map<string, Place> {
  const members = new Map<string, Place>()
  while (skipSpace(cursor) === DOUBLE_QUOTE) {
    const key = cursor.pos
    const name = readString(cursor)
    skipSpace(cursor)
    cursor.pos++
    skipSpace(cursor)
    members.set(name, { start: cursor.pos, key })
    skipValue(cursor)
    if (skipSpace(cursor) === COMMA) cursor.pos++
  }
  return members
}

function readItems(cursor: JsonCursor): Place[] {
  const items: Place[] = []
  while (skipSpace(cursor) !== CLOSE_BRACKET) {
    items.push({ start: cursor.pos, key: undefined })
    skipValue(cursor)
    if (skipSpace(cursor) === COMMA) cursor.pos++
  }
  return items
}

/** Steps over a value, up to the comma or bracket behind it. */
function skipValue(cursor: JsonCursor): void {
  const { text } = cursor
  let { pos } = cursor
  let depth = 0
  for (; pos < text.length; pos++) {
    const code = text.charCodeAt(pos)
    if (code === DOUBLE_QUOTE) pos = closingQuote(text, pos)
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      if (depth === 0) break
      depth--
    } else if (code === COMMA && depth === 0) break
  }
  cursor.pos = pos
}

function closingQuote(text: string, at: number): number {
  let pos = at + 1
  let code = text.charCodeAt(pos)
  while (code !== DOUBLE_QUOTE && pos < text.length) {
    pos += code === BACKSLASH ? 2 : 1
    code = text.charCodeAt(pos)
  }
  return pos
}
