import type { YamlDocument } from './document.ts'
import { type ItemSpan, listItems } from './list-items.ts'
import type { YamlPath } from './locate.ts'
import { parseNodes, type YamlNode } from './nodes.ts'
import { YamlFault } from './problem.ts'

/** In UTF-16 units: from here on, the items of a document's lists are read one by one. */
const longDocument = 1 << 18

/** The syntax tree of one document, made as far as it is asked for. */
export class SyntaxTree {
  readonly #text: string
  readonly #document: YamlDocument
  #root: YamlNode | undefined
  #isWhole = false
  readonly #items = new Map<string, readonly ItemSpan[] | undefined>()
  #latestSpan: ItemSpan | undefined
  #latestItem: YamlNode | undefined

  /** @param document One that has a value. */
  constructor(text: string, document: YamlDocument) {
    this.#text = text
    this.#document = document
  }

  isOf(document: YamlDocument): boolean {
    return this.#document === document
  }

  /** A node on the path, and the rest of the path from there; undefined where the document holds no node. */
  nearest(path: YamlPath): { node: YamlNode; rest: YamlPath } | undefined {
    const item = this.#isWhole ? undefined : this.#itemAt(path)
    if (item !== undefined) return { node: item, rest: path.slice(2) }
    if (!this.#isWhole) {
      this.#root = parseNodes(this.#text, this.#document)
      this.#isWhole = true
    }
    return this.#root === undefined ? undefined : { node: this.#root, rest: path }
  }

  /** The item of a long document's list that a path leads into. */
  #itemAt([key, index]: YamlPath): YamlNode | undefined {
    const { start, end } = this.#document
    if (end - start < longDocument || typeof key !== 'string' || typeof index !== 'number') return undefined
    if (!this.#items.has(key)) this.#items.set(key, listItems(this.#text, this.#document, key))
    const span = this.#items.get(key)?.[index]
    if (span === undefined) return undefined
    if (span !== this.#latestSpan) {
      this.#latestItem = readItem(this.#text, span)
      this.#latestSpan = span
    }
    return this.#latestItem
  }
}

/** Undefined where the item cannot be read by itself, as when it refers to an anchor outside. */
function readItem(text: string, span: ItemSpan): YamlNode | undefined {
  try {
    return parseNodes(text, span)
  } catch (fault) {
    if (fault instanceof YamlFault) return undefined
    throw fault
  }
}
