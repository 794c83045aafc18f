import { isMerge, keyName } from '../full/key.ts'
import type { YamlPath } from '../locate.ts'
import type { MappingNode, SequenceNode, YamlNode, YamlPair } from '../nodes.ts'
import type { YamlMapping } from '../own-property.ts'
import { removed } from './changed.ts'
import { equal } from './equal.ts'
import { contentEnd, isBlockScalar, lastLeaf } from './extent.ts'
import { columnOf, type Site, siteOfItem, siteOfPair } from './site.ts'
import type { Splice } from './splices.ts'
import { type Style, styleOf } from './style.ts'
import { lineEnd, lineKind, lineStart, nextLineStart, skipBlanks } from './text-lines.ts'
import { isNested, writeCollection, writeInline, writePair } from './write-block.ts'
import { isPlain, quoted } from './write-scalar.ts'

/** Why something cannot be edited, and where. */
export interface Refusal {
  readonly path: YamlPath
  readonly reason: string
  readonly offset: number
}

const unsafe = 'it is written in a way that cannot be edited safely'

/** Finds the splices that turn the text of one value into that of another, node by node. */
export class Rewriter {
  readonly splices: Splice[] = []
  readonly refusals: Refusal[] = []
  readonly #text: string
  readonly #root: YamlNode
  readonly #originals: ReadonlyMap<object, object>
  readonly #path: (string | number)[] = []
  #style: Style | undefined

  /** @param originals What each collection is a changed copy of. */
  constructor(text: string, root: YamlNode, originals: ReadonlyMap<object, object>) {
    this.#text = text
    this.#root = root
    this.#originals = originals
  }

  get #styled(): Style {
    this.#style ??= styleOf(this.#text, this.#root)
    return this.#style
  }

  rewrite(node: YamlNode, old: unknown, wanted: unknown): void {
    this.#value(node, old, wanted, { kind: 'root' })
  }

  #refuse(reason: string, offset: number): void {
    this.refusals.push({ path: [...this.#path], reason, offset })
  }

  #splice(start: number, end: number, text: string): void {
    this.splices.push({ start, end, text })
  }

  #value(node: YamlNode, old: unknown, wanted: unknown, site: Site): void {
    if (old === wanted) return
    if (node.kind === 'alias' || node.anchor !== '') this.#refuse('shared', node.start)
    else if (node.kind === 'mapping' && node.pairs.length > 0 && isMapping(old) && isMapping(wanted))
      this.#mapping(node, old, wanted)
    else if (node.kind === 'sequence' && Array.isArray(old) && this.#isCopy(old, wanted)) this.#list(node, old, wanted)
    else if (!equal(old, wanted)) this.#replace(node, wanted, site)
  }

  #isCopy(old: unknown[], wanted: unknown): wanted is unknown[] {
    return Array.isArray(wanted) && this.#originals.get(wanted) === old
  }

  #mapping(node: MappingNode, old: YamlMapping, wanted: YamlMapping): void {
    const added: [string, unknown][] = []
    for (const [key, value] of Object.entries(wanted))
      if (!Object.hasOwn(old, key)) added.push([key, value])
      else if (old[key] !== value) this.#step(key, () => this.#pairValue(node, key, old[key], value))
    const gone = Object.keys(old).filter((key) => !Object.hasOwn(wanted, key))
    for (const key of gone) this.#step(key, () => this.#removePair(node, key, gone.length))
    if (added.length > 0) this.#addPairs(node, added)
  }

  #step(part: string | number, act: () => void): void {
    this.#path.push(part)
    act()
    this.#path.pop()
  }

  /** The one pair of a key that has no other way into the mapping. */
  #onlyPair(node: MappingNode, key: string): YamlPair | undefined {
    const pairs = node.pairs.filter((pair) => !isMerge(pair.key) && keyName(pair.key) === key)
    const [pair] = pairs
    if (pair !== undefined && pairs.length === 1) return pair
    if (pair === undefined) this.#refuse('shared', node.start)
    else this.#refuse('the key stands twice', pairs[1]?.key.start ?? node.start)
    return undefined
  }

  #pairValue(node: MappingNode, key: string, old: unknown, wanted: unknown): void {
    const pair = this.#onlyPair(node, key)
    if (pair === undefined) return
    const site = siteOfPair(this.#text, node, pair)
    if (site === undefined) this.#refuse('its key is written with a "?"', pair.key.start)
    else this.#value(pair.value, old, wanted, site)
  }

  #removePair(node: MappingNode, key: string, leaving: number): void {
    const pair = this.#onlyPair(node, key)
    if (pair === undefined) return
    const start = lineStart(this.#text, pair.key.start)
    if (node.flow || leaving === node.pairs.length || skipBlanks(this.#text, start) !== pair.key.start) {
      this.#refuse(unsafe, pair.key.start)
      return
    }
    const end = lineEnd(this.#text, contentEnd(this.#text, pair.value))
    this.#splice(start, nextLineStart(this.#text, end), '')
  }

  #addPairs(node: MappingNode, added: readonly [string, unknown][]): void {
    const [first] = added
    if (node.flow) {
      for (const [key] of added) this.#step(key, () => this.#refuse(unsafe, node.start))
      return
    }
    if (first === undefined) return
    const at = columnOf(this.#text, node)
    const style = this.#styled
    const break_ = style.lineBreak + ' '.repeat(at)
    const lines = added.map(([key, value]) => break_ + writePair(key, value, at, style))
    const end = this.#endOfBlock(node, at)
    this.#splice(end, end, lines.join(''))
  }

  /** The end of the last line of a block collection; comments that are indented deeper than it belong to what is in it. */
  #endOfBlock(node: MappingNode | SequenceNode, at: number): number {
    let end = lineEnd(this.#text, contentEnd(this.#text, node))
    for (let line = nextLineStart(this.#text, end); line < this.#text.length; line = nextLineStart(this.#text, line)) {
      const kind = lineKind(this.#text, line)
      if (kind === 'content') break
      if (kind === 'comment') {
        if (skipBlanks(this.#text, line) - line <= at) break
        end = lineEnd(this.#text, line)
      }
      if (nextLineStart(this.#text, line) === line) break
    }
    return end
  }

  #list(node: SequenceNode, old: readonly unknown[], wanted: readonly unknown[]): void {
    for (let index = 0; index < old.length; index++) {
      if (old[index] === wanted[index]) continue
      this.#step(index, () => this.#item(node, index, old[index], wanted[index]))
    }
    if (wanted.length > old.length) this.#step(old.length, () => this.#refuse(unsafe, node.start))
  }

  #item(node: SequenceNode, index: number, old: unknown, wanted: unknown): void {
    const item = node.items[index]
    const site = siteOfItem(this.#text, node, index)
    if (item === undefined || site === undefined || wanted === removed) this.#refuse(unsafe, node.start)
    else this.#value(item, old, wanted, site)
  }

  #replace(node: YamlNode, wanted: unknown, site: Site): void {
    if (site.kind === 'flow') this.#splice(node.start, node.end, this.#inline(node, wanted, 'flow'))
    else if (site.kind === 'root' || !isInline(node)) this.#refuse(unsafe, node.start)
    else if (isNested(wanted)) this.#replaceByLines(node, wanted, site)
    else {
      const space = node.start === node.end ? ' ' : ''
      this.#splice(node.start, node.end, space + this.#inline(node, wanted, 'block'))
    }
  }

  #replaceByLines(node: YamlNode, wanted: object, site: Extract<Site, { head: number }>): void {
    const style = this.#styled
    if (site.kind === 'item') {
      this.#splice(site.head, node.end, ` ${writeCollection(wanted, site.column + 2, style)}`)
      return
    }
    const at = site.column + (Array.isArray(wanted) ? style.listIndent : style.indent)
    const end = lineEnd(this.#text, lastLeaf(node).end)
    this.#splice(site.head, node.end, '')
    this.#splice(end, end, style.lineBreak + ' '.repeat(at) + writeCollection(wanted, at, style))
  }

  /** A value on one line; a string keeps the quotes of the scalar that it replaces. */
  #inline(node: YamlNode, wanted: unknown, place: 'block' | 'flow'): string {
    if (typeof wanted === 'string' && node.kind === 'scalar') {
      if (node.style === 'single-quoted') return quoted(wanted, "'")
      if (node.style === 'double-quoted') return quoted(wanted, '"')
      if (isPlain(wanted, place)) return wanted
    }
    return writeInline(wanted, place, this.#styled)
  }
}

function isMapping(value: unknown): value is YamlMapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isInline(node: YamlNode): boolean {
  return node.kind === 'scalar' ? !isBlockScalar(node) : node.kind === 'alias' || node.flow
}
