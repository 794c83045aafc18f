/** Manifests in arbitrary style: every kind of collection and scalar, odd indentation, anchors, comments everywhere. */
import fc from 'fast-check'
import { below, chance, type Generator, pick } from '../choices.ts'

export const styledText: fc.Arbitrary<string> = fc.gen().map((g) => new StyledWriter(g).text())

// biome-ignore format: one key a line would fill a page
const keys = [
  'apiVersion', 'kind', 'metadata', 'name', 'labels', 'spec', 'template', 'containers', 'image', 'securityContext', 'privileged', 'env',
  'capabilities', 'add', 'drop', 'runAsUser', 'app.kubernetes.io/name', 'é', '名前', 'on', 'two words', '"quoted"', "'single'", '0644', '"a: b"',
  'volumes', 'ports', 'args', 'resources', 'limits', 'cpu'
]

// biome-ignore format: one value a line would fill a page
const plain = [
  'web', 'nginx:1.25', 'true', 'false', 'yes', '0', '1000', '0644', '1.5', '100m', '~', 'null', 'ALL', 'é😀', 'a b c', 'http://x.y/z#f',
  '12:30', '-1', 'a#b', '12345678901234567890', '-x', '!!str 5', '! x'
]

const quotes = ['"x"', "'x'", '""', "''", '"true"', "'it''s'", '"a \\" b"', '"tab\\t😀"', '"a # no comment"', "'a: b'"]

interface Anchor {
  readonly name: string
  readonly kind: 'scalar' | 'mapping' | 'list'
}

class StyledWriter {
  readonly #g: Generator
  readonly #indent: number
  readonly #listIndent: number
  readonly #space: string
  readonly #commentEvery: number
  readonly #anchorEvery: number
  readonly #flowEvery: number
  #anchors: Anchor[] = []
  #names = 0
  #comments = 0
  #out = ''

  constructor(g: Generator) {
    this.#g = g
    this.#indent = pick(g, [2, 2, 2, 4, 1, 3, 8])
    this.#listIndent = pick(g, [0, 0, 2, 2, 1, 4])
    this.#space = pick(g, [' ', ' ', ' ', ' ', '  ', '\t'])
    this.#commentEvery = pick(g, [2, 4, 8, 30])
    this.#anchorEvery = pick(g, [4, 10, 1000, 1000, 1000, 1000])
    this.#flowEvery = pick(g, [2, 4, 8, 1000])
  }

  text(): string {
    const g = this.#g
    const count = chance(g, 4) ? 2 + below(g, 2) : 1
    for (let index = 0; index < count; index++) {
      if (index > 0 || chance(g, 5)) this.#out += pick(g, ['---\n', '---\n', `--- ${this.#comment()}\n`])
      this.#document()
      if (index === count - 1 && chance(g, 8)) this.#out += pick(g, ['...\n', `... ${this.#comment()}\n`])
    }
    let text = this.#out
    if (chance(g, 5)) text = text.replace(/\n+$/, '')
    if (chance(g, 5)) text = text.replaceAll('\n', '\r\n')
    return chance(g, 12) ? `\ufeff${text}` : text
  }

  #document(): void {
    this.#anchors = []
    this.#commentLines(0)
    if (chance(this.#g, 10)) this.#list(0, 3)
    else this.#mapping(chance(this.#g, 10) ? 2 : 0, 4)
    if (chance(this.#g, 4)) this.#commentLines(0)
  }

  #comment(): string {
    return `#${pick(this.#g, [' ', '', ' # ', ' key: '])}c${++this.#comments}${pick(this.#g, ['', ' é', ' "x', ' {'])}`
  }

  /** The end of a line, maybe with a comment. */
  #endLine(): void {
    if (chance(this.#g, this.#commentEvery))
      this.#out += (this.#out.endsWith('-') ? ' ' : pick(this.#g, [' ', '  ', '\t'])) + this.#comment()
    else if (chance(this.#g, 30)) this.#out += this.#out.endsWith('-') ? ' ' : pick(this.#g, [' ', '\t'])
    this.#out += '\n'
  }

  #commentLines(column: number): void {
    const g = this.#g
    while (chance(g, this.#commentEvery * 2)) {
      const at = pick(g, [column, column, column, 0, Math.max(0, column - 1), column + 2])
      this.#out += chance(g, 4) ? pick(g, ['\n', '\n', '  \n']) : `${' '.repeat(at)}${this.#comment()}\n`
    }
  }

  #uniqueKeys(most: number): string[] {
    return [...new Set(Array.from({ length: 1 + below(this.#g, most) }, () => pick(this.#g, keys)))]
  }

  /** Pairs at a column; the first one may stand behind a dash already. */
  #mapping(column: number, depth: number, inLine = false): void {
    let first = inLine
    if (!inLine && chance(this.#g, 3)) this.#merge(column)
    for (const key of this.#uniqueKeys(5)) {
      if (!first) {
        this.#commentLines(column)
        this.#out += ' '.repeat(column)
      }
      first = false
      this.#out += `${key}:`
      this.#value(column, depth, this.#indent)
    }
    if (chance(this.#g, 6)) this.#merge(column)
  }

  #merge(column: number): void {
    const anchors = this.#anchors.filter(({ kind }) => kind === 'mapping')
    const [first] = anchors
    if (first === undefined || this.#out.trimEnd().endsWith(`<<: *${first.name}`)) return
    const name = pick(this.#g, anchors).name
    this.#out += `${' '.repeat(column)}<<: ${pick(this.#g, [`*${name}`, `*${name}`, `[*${name}, *${first.name}]`])}`
    this.#endLine()
  }

  #list(column: number, depth: number, inLine = false): void {
    let first = inLine
    for (let left = 1 + below(this.#g, 3); left > 0; left--) {
      if (!first) {
        this.#commentLines(column)
        this.#out += ' '.repeat(column)
      }
      first = false
      this.#out += '-'
      this.#item(column, depth)
    }
  }

  #item(column: number, depth: number): void {
    const g = this.#g
    const pad = chance(g, 6) ? 1 + below(g, 3) : 1
    if (depth > 0 && chance(g, 2)) {
      this.#out += ' '.repeat(pad)
      if (chance(g, 5)) this.#list(column + 1 + pad, depth - 1, true)
      else this.#mapping(column + 1 + pad, depth - 1, true)
    } else this.#value(column, depth, 2)
  }

  /** What stands behind a colon or a dash at `column`. */
  #value(column: number, depth: number, indent: number): void {
    const g = this.#g
    const kind = depth <= 0 ? 6 + below(g, 6) : below(g, 12)
    const alias = this.#anchors.length > 0 && chance(g, this.#anchorEvery) ? pick(g, this.#anchors).name : undefined
    if (alias !== undefined) this.#text(` *${alias}`)
    else if (chance(g, this.#flowEvery)) this.#flowValue(depth, column)
    else if (kind < 4) this.#nested('mapping', () => this.#mapping(column + indent, depth - 1))
    else if (kind < 6) {
      const at = indent === 2 ? column + 2 : column + this.#listIndent
      this.#nested('list', () => this.#list(at, depth - 1))
    } else if (kind < 7) this.#endLine()
    else if (kind < 8) this.#blockScalar(column + indent)
    else this.#scalar(column + indent)
  }

  #nested(kind: 'mapping' | 'list', write: () => void): void {
    const anchor = this.#anchor(kind)
    if (anchor !== undefined) this.#out += ` &${anchor.name}`
    this.#endLine()
    write()
    if (anchor !== undefined) this.#anchors.push(anchor)
  }

  #anchor(kind: Anchor['kind']): Anchor | undefined {
    return chance(this.#g, this.#anchorEvery) ? { name: `a${++this.#names}`, kind } : undefined
  }

  #text(text: string): void {
    this.#out += text
    this.#endLine()
  }

  #scalar(column: number): void {
    const g = this.#g
    const anchor = this.#anchor('scalar')
    this.#out += this.#out.endsWith('-') ? ' ' : this.#space
    if (anchor !== undefined) this.#out += `&${anchor.name} `
    if (chance(g, 12)) {
      // Text that goes on on the next line.
      const [open, close] = pick(g, [
        ['', ''],
        ['"', '"'],
        ["'", "'"]
      ])
      this.#text(`${open}one two\n${' '.repeat(column)}three${close}`)
    } else if (chance(g, 15)) this.#text(`\n${' '.repeat(column)}${pick(g, quotes)}`.trimStart())
    else this.#text(chance(g, 3) ? pick(g, quotes) : pick(g, plain))
    if (anchor !== undefined) this.#anchors.push(anchor)
  }

  #blockScalar(column: number): void {
    const g = this.#g
    const anchor = this.#anchor('scalar')
    if (anchor !== undefined) this.#out += ` &${anchor.name}`
    this.#out += ` ${pick(g, ['|', '>'])}${pick(g, ['', '', '-', '+'])}`
    if (chance(g, this.#commentEvery)) this.#out += ` ${this.#comment()}`
    this.#out += '\n'
    // The first line decides about the indentation of all.
    this.#out += `${' '.repeat(column)}${pick(g, ['text', '# no comment', 'é', 'k: v'])}\n`
    for (let left = below(g, 3); left > 0; left--)
      this.#out += `${' '.repeat(column)}${pick(g, ['text', '# no comment', 'k: v', '- x', '  deeper', 'é'])}\n${chance(g, 8) ? '\n' : ''}`
    if (anchor !== undefined) this.#anchors.push(anchor)
  }

  #flowValue(depth: number, column: number): void {
    const g = this.#g
    const kind = pick(g, ['mapping', 'list'] as const)
    const anchor = this.#anchor(kind)
    const mark = anchor === undefined ? '' : `&${anchor.name} `
    this.#out += ` ${mark}`
    if (chance(g, 5)) this.#out += kind === 'mapping' ? '{}' : '[]'
    else if (chance(g, 3)) this.#brokenFlow(kind, depth, column)
    else this.#out += this.#flow(kind, depth)
    this.#endLine()
    if (anchor !== undefined) this.#anchors.push(anchor)
  }

  #flow(kind: 'mapping' | 'list', depth: number): string {
    const g = this.#g
    const padding = pick(g, ['', '', ' '])
    const comma = pick(g, [', ', ', ', ','])
    const members = this.#members(kind, depth)
    const end = chance(g, 8) ? ',' : ''
    const body = padding + members.join(comma) + end + padding
    return kind === 'mapping' ? `{${body}}` : `[${body}]`
  }

  #members(kind: 'mapping' | 'list', depth: number): string[] {
    const g = this.#g
    if (kind === 'list') return Array.from({ length: 1 + below(g, 3) }, () => this.#flowMember(depth))
    return this.#uniqueKeys(3).map((key) => (chance(g, 20) ? `${key}: ` : `${key}: ${this.#flowMember(depth)}`))
  }

  #flowMember(depth: number): string {
    const g = this.#g
    if (depth > 0 && chance(g, 4)) return this.#flow(pick(g, ['mapping', 'list'] as const), depth - 1)
    return chance(g, 3) ? pick(g, quotes) : pick(g, ['web', 'true', '0', '1.5', 'ALL', 'a b', 'é', 'x: 1'].slice(0, 7))
  }

  /** Each member on a line of its own. */
  #brokenFlow(kind: 'mapping' | 'list', depth: number, column: number): void {
    const g = this.#g
    const pad = ' '.repeat(column + this.#indent)
    const members = this.#members(kind, depth)
    this.#out += kind === 'mapping' ? '{' : '['
    this.#endLine()
    members.forEach((member, index) => {
      if (chance(g, this.#commentEvery * 2)) this.#out += `${pad}${this.#comment()}\n`
      this.#out += pad + member
      if (index < members.length - 1 || chance(g, 3)) this.#out += ','
      this.#endLine()
    })
    this.#out += `${' '.repeat(column + 1)}${kind === 'mapping' ? '}' : ']'}`
  }
}
