import { OPEN_BRACE, OPEN_BRACKET, PERCENT } from '../characters.ts'
import type { YamlDocument } from '../document.ts'
import type { Found, YamlPath } from '../locate.ts'
import { findInNodes } from '../locate-in-nodes.ts'
import { parseNodes, type YamlNode } from '../nodes.ts'
import { YamlFault } from '../problem.ts'
import { blockMapping, lineEnd, type Region } from './block-mapping.ts'
import { blockSequence } from './block-sequence.ts'
import { type Children, type Entry, Uncertain } from './entry.ts'
import { LineColumns } from './line-columns.ts'

/**
 * Finds values in the text of a document by indentation alone, without reading it again: of a document in plain block
 * style, which nearly all are, only the lines on the way of a path are looked at. Whatever it finds has been checked
 * against the value that was read; where that leaves a doubt it says so, and the syntax tree has to answer.
 */
export class Outline {
  readonly #text: string
  readonly #lines: LineColumns
  readonly #root: Entry | undefined
  #uncertain = false
  /** The path asked for last, and what stands at its beginnings: the next one mostly begins like it. */
  #path: YamlPath = []
  readonly #way: Entry[] = []

  /** @param document One that has a value. */
  constructor(text: string, { start, end, format, value }: YamlDocument) {
    this.#text = text
    this.#lines = new LineColumns(text, start, end)
    const line = firstLine(text, this.#lines)
    if (format !== 'yaml' || line === this.#lines.count || hasRareBreaks(text.slice(start, end))) return
    const at = this.#lines.start(line) + this.#lines.column(line)
    // A directive, or a marker with content on its line.
    if (text.charCodeAt(at) === PERCENT || text.startsWith('---', at)) return
    this.#root = { value, key: -1, start: at, line, to: this.#lines.count, children: undefined }
  }

  /** Where the value at a path stands, as `findInNodes` has it; undefined where that is not certain. */
  find(path: YamlPath): Found | undefined {
    if (this.#root === undefined || this.#uncertain) return undefined
    try {
      return this.#follow(this.#root, path)
    } catch (doubt) {
      if (!(doubt instanceof Uncertain)) throw doubt
      this.#uncertain = true
      return undefined
    }
  }

  #follow(root: Entry, path: YamlPath): Found {
    let depth = this.#stepBack(path)
    let entry = this.#way[depth - 1] ?? root
    for (; depth < path.length; depth++) {
      const part = path[depth] ?? ''
      if (!holds(entry.value, part)) return { offset: entry.key === -1 ? entry.start : entry.key, located: 'parent' }
      if (isFlow(this.#text.charCodeAt(entry.start))) return this.#findInFlow(entry, path.slice(depth))
      entry.children ??= this.#childrenOf(entry)
      const next = childAt(entry.children, part)
      if (next === undefined) throw new Uncertain()
      entry = next
      this.#way.push(entry)
    }
    return { offset: entry.start, located: 'exact' }
  }

  /** Keeps of the last way what the path shares with it, and says how many steps that is. */
  #stepBack(path: YamlPath): number {
    const most = Math.min(path.length, this.#way.length)
    let shared = 0
    while (shared < most && path[shared] === this.#path[shared]) shared++
    this.#way.length = shared
    this.#path = path
    return shared
  }

  #childrenOf({ value, line, start, to }: Entry): Children {
    const region: Region = { text: this.#text, lines: this.#lines, line, start, to }
    return Array.isArray(value)
      ? blockSequence(region, value)
      : blockMapping(region, value as Readonly<Record<string, unknown>>)
  }

  /** A flow collection that ends on its line is YAML by itself, unless it refers to an anchor outside. */
  #findInFlow({ start, line, to }: Entry, rest: YamlPath): Found {
    if (this.#lines.nextContent(line + 1, to) !== to) throw new Uncertain()
    const node = nodesOf(this.#text, start, lineEnd(this.#text, this.#lines, line))
    if (node === undefined) throw new Uncertain()
    return findInNodes(node, rest)
  }
}

function nodesOf(text: string, start: number, end: number): YamlNode | undefined {
  try {
    return parseNodes(text, { start, end })
  } catch (fault) {
    if (fault instanceof YamlFault) return undefined
    throw fault
  }
}

/** Line breaks other than LF and CR LF, which YAML 1.1 knows and the table of lines does not. */
function hasRareBreaks(text: string): boolean {
  if (text.includes('\u0085') || text.includes('\u2028') || text.includes('\u2029')) return true
  return text.includes('\r') && /\r(?!\n)/.test(text)
}

/** The first line of content; the `---` that opens a document may stand before it. */
function firstLine(text: string, lines: LineColumns): number {
  const first = lines.nextContent(0, lines.count)
  const isMarker = /^---[ \t]*([ \t]#|$)/.test(text.slice(lines.start(first), lineEnd(text, lines, first)))
  return isMarker ? lines.nextContent(first + 1, lines.count) : first
}

function isFlow(code: number): boolean {
  return code === OPEN_BRACE || code === OPEN_BRACKET
}

/** Whether a path leads on. */
function holds(value: unknown, part: string | number): boolean {
  if (Array.isArray(value)) return typeof part === 'number' && part < value.length
  return typeof value === 'object' && value !== null && Object.hasOwn(value, part)
}

function childAt(children: Children, part: string | number): Entry | undefined {
  if (children instanceof Map) return children.get(String(part))
  return Array.isArray(children) && typeof part === 'number' ? children[part] : undefined
}
