import { maximumDepth, tooDeep, YamlFault } from '../problem.ts'
import { type TagHandles, takeDirectives } from './directives.ts'
import type { Maker, Properties } from './maker.ts'
import { Scanner } from './scanner.ts'
import { scalarToken, type Token, type TokenKind } from './token.ts'

/** The first document of a text. */
export interface Composed<Item> {
  /** Undefined where the text holds nothing but comments. */
  readonly root: Item | undefined
  /** Where the document ends; what follows is not read. */
  readonly end: number
}

/**
 * Reads the first document of `text` with the grammar of go-yaml v2's `parserc.go`, and has `maker` make something of it.
 *
 * @throws YamlFault where go-yaml refuses the text.
 */
export function compose<Item>(text: string, maker: Maker<Item>): Composed<Item> {
  return new Composer(text, maker).document()
}

const afterDocument = new Set<TokenKind>([
  'version-directive',
  'tag-directive',
  'document-start',
  'document-end',
  'stream-end'
])

class Composer<Item> {
  readonly #scanner: Scanner
  readonly #maker: Maker<Item>
  #handles: TagHandles = new Map()
  #depth = 0
  /** Where the node ends that was read last. */
  #end = 0

  constructor(text: string, maker: Maker<Item>) {
    this.#scanner = new Scanner(text)
    this.#maker = maker
  }

  document(): Composed<Item> {
    const scanner = this.#scanner
    const first = scanner.peek().kind
    if (first === 'stream-end') return { root: undefined, end: scanner.peek().end }
    this.#handles = takeDirectives(scanner)
    const explicit = first === 'version-directive' || first === 'tag-directive' || first === 'document-start'
    if (explicit) this.#expect('document-start', 'a line "---" must follow the directives')
    const root = explicit && afterDocument.has(scanner.peek().kind) ? undefined : this.#node(true, false)
    const last = scanner.peek()
    return { root, end: last.kind === 'document-end' ? last.end : last.start }
  }

  #expect(kind: TokenKind, message: string): Token {
    const token = this.#scanner.next()
    if (token.kind !== kind) throw new YamlFault(token.start, message)
    return token
  }

  #takeIf(kind: TokenKind): Token | undefined {
    return this.#scanner.peek().kind === kind ? this.#scanner.next() : undefined
  }

  /** `inBlock`: block collections may begin here; `indentless`: a list may, at the column of its key. */
  #node(inBlock: boolean, indentless: boolean): Item {
    const { kind, start } = this.#scanner.peek()
    if (kind === 'alias') return this.#alias()
    const properties = kind === 'anchor' || kind === 'tag' ? this.#properties() : undefined
    if (++this.#depth > maximumDepth) throw tooDeep(start)
    const item = this.#content(start, properties, inBlock, indentless)
    this.#depth--
    return item
  }

  #content(start: number, properties: Properties | undefined, inBlock: boolean, indentless: boolean): Item {
    const { kind, start: at } = this.#scanner.peek()
    if (kind === 'scalar') return this.#scalar(this.#scanner.next(), properties)
    if (indentless && kind === 'block-entry') return this.#indentlessList(start, properties)
    if (kind === 'flow-sequence-start') return this.#flowList(start, properties)
    if (kind === 'flow-mapping-start') return this.#flowMapping(start, properties)
    if (inBlock && kind === 'block-sequence-start') return this.#blockList(start, properties)
    if (inBlock && kind === 'block-mapping-start') return this.#blockMapping(start, properties)
    if (properties !== undefined) return this.#scalar(emptyToken(properties.end), properties)
    throw new YamlFault(at, missingValue(kind))
  }

  #properties(): Properties {
    const { start } = this.#scanner.peek()
    let anchor = this.#takeIf('anchor')
    const tag = this.#takeIf('tag')
    if (tag !== undefined && anchor === undefined) anchor = this.#takeIf('anchor')
    const end = Math.max(anchor?.end ?? start, tag?.end ?? start)
    return { start, end, anchor: anchor?.value ?? '', tag: tag === undefined ? '' : this.#resolveTag(tag) }
  }

  #resolveTag({ value: handle, suffix, start }: Token): string {
    if (handle === '') return suffix
    const tag = this.#handles.get(handle)
    if (tag === undefined || tag + suffix === '')
      throw new YamlFault(start, `the tag handle ${handle} is not declared by a %TAG directive`)
    return tag + suffix
  }

  #alias(): Item {
    const token = this.#scanner.next()
    this.#end = token.end
    return this.#maker.alias(token)
  }

  #scalar(token: Token, properties?: Properties): Item {
    this.#end = token.end
    return this.#maker.scalar(token, properties)
  }

  #empty(at: number): Item {
    return this.#scalar(emptyToken(at))
  }

  #blockList(start: number, properties: Properties | undefined): Item {
    const list = this.#maker.list(start, false, properties)
    this.#scanner.next()
    for (let entry = this.#takeIf('block-entry'); entry; entry = this.#takeIf('block-entry')) {
      const { kind } = this.#scanner.peek()
      const empty = kind === 'block-entry' || kind === 'block-end'
      list.add(empty ? this.#empty(entry.end) : this.#node(true, false))
    }
    this.#expect('block-end', 'a list item was expected here, with its "-" at the column of the others')
    return list.end(this.#end)
  }

  /** `key:` followed by `-` at the key's own column. */
  #indentlessList(start: number, properties: Properties | undefined): Item {
    const list = this.#maker.list(start, false, properties)
    for (let entry = this.#takeIf('block-entry'); entry; entry = this.#takeIf('block-entry')) {
      const { kind } = this.#scanner.peek()
      const empty = kind === 'block-entry' || kind === 'key' || kind === 'value' || kind === 'block-end'
      list.add(empty ? this.#empty(entry.end) : this.#node(true, false))
    }
    return list.end(this.#end)
  }

  #blockMapping(start: number, properties: Properties | undefined): Item {
    const mapping = this.#maker.mapping(start, false, properties)
    this.#scanner.next()
    while (this.#scanner.peek().kind !== 'block-end') {
      const key = this.#expect('key', 'a key was expected here, at the column of the others')
      mapping.key(this.#blockPart(key))
      const colon = this.#takeIf('value')
      mapping.value(colon === undefined ? this.#empty(this.#end) : this.#blockPart(colon))
    }
    this.#scanner.next()
    return mapping.end(this.#end)
  }

  #blockPart(before: Token): Item {
    const { kind } = this.#scanner.peek()
    const empty = kind === 'key' || kind === 'value' || kind === 'block-end'
    return empty ? this.#empty(before.end) : this.#node(true, true)
  }

  #flowList(start: number, properties: Properties | undefined): Item {
    const list = this.#maker.list(start, true, properties)
    this.#scanner.next()
    for (let first = true; this.#flowGoesOn('flow-sequence-end', first, start); first = false) {
      const key = this.#takeIf('key')
      list.add(key === undefined ? this.#node(false, false) : this.#pairInList(key))
    }
    this.#end = this.#scanner.next().end
    return list.end(this.#end)
  }

  /** `[key: value]` is a list that holds a mapping of one pair. */
  #pairInList(key: Token): Item {
    const mapping = this.#maker.mapping(key.start, true, undefined)
    mapping.key(this.#flowPart('flow-sequence-end', key))
    const colon = this.#takeIf('value')
    mapping.value(colon === undefined ? this.#empty(this.#end) : this.#flowPart('flow-sequence-end', colon))
    return mapping.end(this.#end)
  }

  #flowMapping(start: number, properties: Properties | undefined): Item {
    const mapping = this.#maker.mapping(start, true, properties)
    this.#scanner.next()
    for (let first = true; this.#flowGoesOn('flow-mapping-end', first, start); first = false) {
      const key = this.#takeIf('key')
      mapping.key(key === undefined ? this.#node(false, false) : this.#flowPart('flow-mapping-end', key))
      const colon = key === undefined ? undefined : this.#takeIf('value')
      mapping.value(colon === undefined ? this.#empty(this.#end) : this.#flowPart('flow-mapping-end', colon))
    }
    this.#end = this.#scanner.next().end
    return mapping.end(this.#end)
  }

  #flowPart(end: TokenKind, before: Token): Item {
    const { kind } = this.#scanner.peek()
    const empty = kind === 'flow-entry' || kind === end || (kind === 'value' && before.kind === 'key')
    return empty ? this.#empty(before.end) : this.#node(false, false)
  }

  /** Takes the comma before all entries but the first; false at the closing bracket. */
  #flowGoesOn(end: TokenKind, first: boolean, start: number): boolean {
    if (this.#scanner.peek().kind === end) return false
    if (!first && this.#takeIf('flow-entry') === undefined) throw this.#flowFault(end, start)
    const { kind } = this.#scanner.peek()
    if (afterDocument.has(kind)) throw this.#flowFault(end, start)
    return kind !== end
  }

  #flowFault(end: TokenKind, start: number): YamlFault {
    const { kind, start: at } = this.#scanner.peek()
    const bracket = end === 'flow-sequence-end' ? ']' : '}'
    if (afterDocument.has(kind)) return new YamlFault(start, `this bracket is never closed by "${bracket}"`)
    return new YamlFault(at, `"," or "${bracket}" was expected here`)
  }
}

function emptyToken(at: number): Token {
  return scalarToken('plain', at, at, '')
}

function missingValue(kind: TokenKind): string {
  return afterDocument.has(kind) ? 'the document ends where a value was expected' : 'a value was expected here'
}
