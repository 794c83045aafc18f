import { maximumDepth, tooDeep, YamlFault } from '../problem.ts'
import { type TagHandles, takeDirectives } from './directives.ts'
import type { ContentNode, MappingNode, ScalarNode, SequenceNode, YamlNode } from './node.ts'
import { Scanner } from './scanner.ts'
import type { Token, TokenKind } from './token.ts'

/** The first document of a text. */
export interface ComposedDocument {
  /** Undefined where the text holds nothing but comments. */
  readonly root: YamlNode | undefined
  /** Where the document ends; what follows is not read. */
  readonly end: number
}

/** Reads the first document of `text` into nodes, with the grammar of go-yaml v2's `parserc.go`. */
export function compose(text: string): ComposedDocument {
  return new Composer(text).document()
}

/** What stands before a node: `&anchor`, `!tag`, both or neither. */
interface Properties {
  readonly start: number
  readonly end: number
  readonly anchor: string
  readonly tag: string
}

const afterDocument = new Set<TokenKind>([
  'version-directive',
  'tag-directive',
  'document-start',
  'document-end',
  'stream-end'
])

class Composer {
  readonly #scanner: Scanner
  readonly #anchors = new Map<string, ContentNode>()
  #handles: TagHandles = new Map()
  #depth = 0

  constructor(text: string) {
    this.#scanner = new Scanner(text)
  }

  document(): ComposedDocument {
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
  #node(inBlock: boolean, indentless: boolean): YamlNode {
    const token = this.#scanner.peek()
    if (token.kind === 'alias') return this.#alias(this.#scanner.next())
    const properties = this.#properties(token)
    if (++this.#depth > maximumDepth) throw tooDeep(token.start)
    const node = this.#content(properties, inBlock, indentless)
    this.#depth--
    return node
  }

  #content(properties: Properties, inBlock: boolean, indentless: boolean): YamlNode {
    const { kind, start } = this.#scanner.peek()
    if (indentless && kind === 'block-entry') return this.#indentlessSequence(properties)
    if (kind === 'scalar') return this.#scalar(properties, this.#scanner.next())
    if (kind === 'flow-sequence-start') return this.#flowSequence(properties)
    if (kind === 'flow-mapping-start') return this.#flowMapping(properties)
    if (inBlock && kind === 'block-sequence-start') return this.#blockSequence(properties)
    if (inBlock && kind === 'block-mapping-start') return this.#blockMapping(properties)
    if (properties.anchor !== '' || properties.tag !== '') return this.#emptyWith(properties)
    throw new YamlFault(start, missingValue(kind))
  }

  #properties(first: Token): Properties {
    const scanner = this.#scanner
    let anchor = this.#takeIf('anchor')
    const tag = this.#takeIf('tag')
    if (tag !== undefined && anchor === undefined) anchor = this.#takeIf('anchor')
    const start = anchor === undefined && tag === undefined ? scanner.peek().start : first.start
    return {
      start,
      end: Math.max(anchor?.end ?? start, tag?.end ?? start),
      anchor: anchor?.value ?? '',
      tag: tag === undefined ? '' : this.#resolveTag(tag)
    }
  }

  #resolveTag({ value: handle, suffix, start }: Token): string {
    if (handle === '') return suffix
    const tag = this.#handles.get(handle)
    if (tag === undefined || tag + suffix === '')
      throw new YamlFault(start, `the tag handle ${handle} is not declared by a %TAG directive`)
    return tag + suffix
  }

  /** Anchors are known from the start of their node, so that a node that holds itself is noticed. */
  #register<Node extends ContentNode>(node: Node): Node {
    if (node.anchor !== '') this.#anchors.set(node.anchor, node)
    return node
  }

  #alias({ value: name, start, end }: Token): YamlNode {
    const target = this.#anchors.get(name)
    if (target === undefined) throw new YamlFault(start, `no anchor &${name} stands before this alias`)
    return { kind: 'alias', start, end, tag: '', anchor: '', name, target }
  }

  #scalar(properties: Properties, token: Token): ScalarNode {
    return this.#register({
      kind: 'scalar',
      ...properties,
      end: token.end,
      text: token.value,
      style: token.style,
      contentStart: token.start
    })
  }

  #emptyWith(properties: Properties): ScalarNode {
    return this.#register({ kind: 'scalar', ...properties, text: '', style: 'plain', contentStart: properties.end })
  }

  #empty(at: number): ScalarNode {
    return { kind: 'scalar', start: at, end: at, tag: '', anchor: '', text: '', style: 'plain', contentStart: at }
  }

  #sequence(properties: Properties, flow: boolean): SequenceNode {
    return this.#register({ kind: 'sequence', ...properties, flow, items: [] })
  }

  #mapping(properties: Properties, flow: boolean): MappingNode {
    return this.#register({ kind: 'mapping', ...properties, flow, pairs: [] })
  }

  #blockSequence(properties: Properties): SequenceNode {
    const node = this.#sequence(properties, false)
    this.#scanner.next()
    for (let entry = this.#takeIf('block-entry'); entry; entry = this.#takeIf('block-entry')) {
      this.#addItem(node, entry, ['block-entry', 'block-end'])
    }
    this.#expect('block-end', 'a list item was expected here, with its "-" at the column of the others')
    return node
  }

  /** `key:` followed by `-` at the key's own column. */
  #indentlessSequence(properties: Properties): SequenceNode {
    const node = this.#sequence(properties, false)
    for (let entry = this.#takeIf('block-entry'); entry; entry = this.#takeIf('block-entry')) {
      this.#addItem(node, entry, ['block-entry', 'key', 'value', 'block-end'])
    }
    return node
  }

  #addItem(node: SequenceNode, entry: Token, empty: readonly TokenKind[]): void {
    const item = empty.includes(this.#scanner.peek().kind) ? this.#empty(entry.end) : this.#node(true, false)
    node.items.push(item)
    node.end = item.end
  }

  #blockMapping(properties: Properties): MappingNode {
    const node = this.#mapping(properties, false)
    this.#scanner.next()
    while (this.#scanner.peek().kind !== 'block-end') {
      const keyToken = this.#expect('key', 'a key was expected here, at the column of the others')
      const key = this.#blockPart(keyToken)
      const valueToken = this.#takeIf('value')
      const value = valueToken === undefined ? this.#empty(key.end) : this.#blockPart(valueToken)
      node.pairs.push({ key, value })
      node.end = value.end
    }
    this.#scanner.next()
    return node
  }

  #blockPart(before: Token): YamlNode {
    const { kind } = this.#scanner.peek()
    const empty = kind === 'key' || kind === 'value' || kind === 'block-end'
    return empty ? this.#empty(before.end) : this.#node(true, true)
  }

  #flowSequence(properties: Properties): SequenceNode {
    const node = this.#sequence(properties, true)
    this.#scanner.next()
    while (this.#flowGoesOn('flow-sequence-end', node.items.length, node.start)) {
      const key = this.#takeIf('key')
      node.items.push(key === undefined ? this.#node(false, false) : this.#pairInSequence(key))
    }
    node.end = this.#scanner.next().end
    return node
  }

  /** `[key: value]` is a list that holds a mapping of one pair. */
  #pairInSequence(keyToken: Token): MappingNode {
    const { start } = keyToken
    const node = this.#mapping({ start, end: start, tag: '', anchor: '' }, true)
    const key = this.#flowPart('flow-sequence-end', keyToken)
    const valueToken = this.#takeIf('value')
    const value = valueToken === undefined ? this.#empty(key.end) : this.#flowPart('flow-sequence-end', valueToken)
    node.pairs.push({ key, value })
    node.end = value.end
    return node
  }

  #flowMapping(properties: Properties): MappingNode {
    const node = this.#mapping(properties, true)
    this.#scanner.next()
    while (this.#flowGoesOn('flow-mapping-end', node.pairs.length, node.start)) {
      node.pairs.push(this.#flowPair())
    }
    node.end = this.#scanner.next().end
    return node
  }

  #flowPair(): { key: YamlNode; value: YamlNode } {
    const keyToken = this.#takeIf('key')
    if (keyToken === undefined) {
      const key = this.#node(false, false)
      return { key, value: this.#empty(key.end) }
    }
    const key = this.#flowPart('flow-mapping-end', keyToken)
    const valueToken = this.#takeIf('value')
    return {
      key,
      value: valueToken === undefined ? this.#empty(key.end) : this.#flowPart('flow-mapping-end', valueToken)
    }
  }

  #flowPart(end: TokenKind, before: Token): YamlNode {
    const { kind } = this.#scanner.peek()
    const empty = kind === 'flow-entry' || kind === end || (kind === 'value' && before.kind === 'key')
    return empty ? this.#empty(before.end) : this.#node(false, false)
  }

  /** Takes the comma before all entries but the first; false at the closing bracket. */
  #flowGoesOn(end: TokenKind, entries: number, start: number): boolean {
    if (this.#scanner.peek().kind === end) return false
    if (entries > 0 && this.#takeIf('flow-entry') === undefined) throw this.#flowFault(end, start)
    return this.#scanner.peek().kind !== end
  }

  #flowFault(end: TokenKind, start: number): YamlFault {
    const { kind, start: at } = this.#scanner.peek()
    const bracket = end === 'flow-sequence-end' ? ']' : '}'
    if (afterDocument.has(kind)) return new YamlFault(start, `this bracket is never closed by "${bracket}"`)
    return new YamlFault(at, `"," or "${bracket}" was expected here`)
  }
}

function missingValue(kind: TokenKind): string {
  if (kind === 'stream-end' || kind === 'document-start' || kind === 'document-end')
    return 'the document ends where a value was expected'
  return 'a value was expected here'
}
