import { below, chance, type Generator, pick } from './choices.ts'
import { numbers, tags, words } from './yaml-pieces.ts'

/** Writes one document, mostly well formed. */
export class DocumentWriter {
  readonly #g: Generator
  #anchors: string[] = []
  #lines = ''

  constructor(g: Generator) {
    this.#g = g
  }

  document(): string {
    const g = this.#g
    if (chance(g, 25))
      this.#lines += pick(g, [
        '%YAML 1.1\n',
        '%YAML 1.2\n',
        '%TAG !e! tag:e.org,2000:\n',
        '%FOO x\n',
        '%YAML 1.1 # c\n%TAG ! !x-\n'
      ])
    if (this.#lines !== '' || chance(g, 6)) this.#lines += pick(g, ['---\n', '--- # c\n', '---\t\n', '--- ', '---\n\n'])
    this.#comment(0)
    this.#node(-1, 3, this.#lines === '' || this.#lines.endsWith('\n'))
    if (!this.#lines.endsWith('\n') && !chance(g, 8)) this.#lines += '\n'
    if (chance(g, 20))
      this.#lines += pick(g, ['...\n', '...', '... # end\n', '...\nmore: text\n', '...\n# end\n', '...x\n'])
    return this.#lines
  }

  /** `parent` is the column of the collection around, `fresh` whether a line begins here. */
  #node(parent: number, depth: number, fresh: boolean): void {
    const g = this.#g
    const kind = depth <= 0 ? below(g, 6) : below(g, 12)
    if (!fresh) this.#properties()
    if (kind < 6) this.#scalar(parent, fresh)
    else if (kind < 8) this.#blockMapping(parent, depth, fresh)
    else if (kind < 10) this.#blockSequence(parent, depth, fresh)
    else this.#lines += (fresh ? ' '.repeat(parent + 1) : '') + this.#flow(depth, parent)
  }

  #properties(): void {
    const g = this.#g
    if (chance(g, 10)) this.#lines += `${pick(g, tags)} `
    if (chance(g, 10)) {
      const name = `a${below(g, 4)}`
      this.#anchors.push(name)
      this.#lines += `&${name} `
      if (chance(g, 12)) this.#lines += `${pick(g, tags)} `
    }
  }

  #column(parent: number): number {
    return parent + 1 + (chance(this.#g, 2) ? 1 : below(this.#g, 4))
  }

  #blockMapping(parent: number, depth: number, fresh: boolean): void {
    const g = this.#g
    const column = fresh ? Math.max(parent + 1, 0) : this.#column(parent)
    if (!fresh) this.#endLine()
    for (let left = 1 + below(g, 4); left > 0; left--) {
      this.#comment(column)
      this.#lines += ' '.repeat(this.#jitter(column))
      if (chance(g, 20)) this.#complexKey(column, depth)
      else this.#pair(column, depth)
      if (!this.#lines.endsWith('\n')) this.#endLine()
    }
  }

  #pair(column: number, depth: number): void {
    const g = this.#g
    if (this.#anchors.length > 0 && chance(g, 6)) {
      const alias = `*${pick(g, this.#anchors)}`
      this.#lines += pick(g, [
        `<<: ${alias}`,
        `<<: [${alias}, ${alias}]`,
        `<<: [{k: v}, ${alias}]`,
        `"<<": ${alias}`,
        `!!merge <<: ${alias}`,
        `? <<\n${' '.repeat(column)}: ${alias}`
      ])
      return
    }
    this.#lines += `${this.#key()}${pick(g, [':', ':', ':', ':', ' :', '  :'])}`
    if (chance(g, 10)) return
    if (chance(g, 6)) {
      // A list at the column of its key.
      this.#endLine()
      this.#items(column, depth - 1)
      return
    }
    this.#lines += pick(g, [' ', ' ', ' ', '  ', '\t', ' \t'])
    this.#node(column, depth - 1, false)
  }

  #complexKey(column: number, depth: number): void {
    this.#lines += '? '
    this.#node(column, depth - 2, false)
    if (!this.#lines.endsWith('\n')) this.#endLine()
    if (chance(this.#g, 5)) return
    this.#lines += `${' '.repeat(column)}: `
    this.#node(column, depth - 1, false)
  }

  #blockSequence(parent: number, depth: number, fresh: boolean): void {
    const column = fresh ? Math.max(parent + 1, 0) : this.#column(parent)
    if (!fresh) this.#endLine()
    this.#items(column, depth)
  }

  #items(column: number, depth: number): void {
    const g = this.#g
    for (let left = 1 + below(g, 3); left > 0; left--) {
      this.#comment(column)
      this.#lines += `${' '.repeat(this.#jitter(column))}-`
      if (!chance(g, 10)) {
        this.#lines += pick(g, [' ', ' ', ' ', '   ', '\t'])
        if (depth > 0 && chance(g, 3)) this.#compactMapping(column + 2, depth)
        else this.#node(column, depth - 1, false)
      }
      if (!this.#lines.endsWith('\n')) this.#endLine()
    }
  }

  #compactMapping(column: number, depth: number): void {
    this.#pair(column, depth - 1)
    if (!this.#lines.endsWith('\n')) this.#endLine()
    for (let left = below(this.#g, 3); left > 0; left--) {
      this.#lines += ' '.repeat(this.#jitter(column))
      this.#pair(column, depth - 1)
      if (!this.#lines.endsWith('\n')) this.#endLine()
    }
  }

  #jitter(column: number): number {
    return chance(this.#g, 60) ? Math.max(0, column + below(this.#g, 3) - 1) : column
  }

  #endLine(): void {
    this.#lines += pick(this.#g, [
      '\n',
      '\n',
      '\n',
      '\n',
      '\n',
      '\n',
      ' \n',
      '  # c\n',
      '\t\n',
      '\n\n',
      ' #\n',
      '\t# c\n'
    ])
  }

  #comment(column: number): void {
    if (!chance(this.#g, 10)) return
    this.#lines += pick(this.#g, [
      '# c\n',
      `${' '.repeat(column)}# c: d\n`,
      '      # far\n',
      '\n',
      '   \n',
      '\t\n',
      '#\n',
      '\t# c\n'
    ])
  }

  #key(): string {
    const g = this.#g
    const kind = below(g, 20)
    if (kind < 12)
      return pick(g, ['a', 'b', 'c', 'name', 'key-1', 'a b', 'app.kubernetes.io/name', 'é', 'k0', 'k1', '1', 'x'])
    if (kind < 14) return pick(g, words)
    if (kind < 15) return pick(g, numbers)
    if (kind < 16 && this.#anchors.length > 0) return `*${pick(g, this.#anchors)} `
    if (kind < 17) return `&a${below(g, 4)} ${pick(g, words)}`
    if (kind < 18) return `${pick(g, tags)} ${pick(g, words)}`
    return this.#quoted(0, false)
  }

  #scalar(parent: number, fresh: boolean): void {
    const g = this.#g
    const pad = fresh ? ' '.repeat(parent + 1) : ''
    const kind = below(g, 12)
    if (kind < 3) this.#lines += pad + pick(g, words)
    else if (kind < 5) this.#lines += pad + pick(g, numbers)
    else if (kind < 6)
      this.#lines +=
        pad +
        this.#manyLines(parent, () =>
          pick(g, ['word', 'two words', '# no', 'a#b', '- x', 'k: v', "it's", '[x', '---x'])
        )
    else if (kind < 8) this.#lines += pad + this.#quoted(parent, true)
    else if (kind < 11) this.#block(parent)
    else if (this.#anchors.length > 0) this.#lines += `${pad}*${pick(g, this.#anchors)}`
  }

  #manyLines(parent: number, line: () => string): string {
    const g = this.#g
    let text = line()
    for (let left = below(g, 4); left > 0; left--) {
      text += pick(g, ['\n', '\n', ' \n', '\t\n', '\n\n', '\n \n', '\n\t\n'])
      text += ' '.repeat(Math.max(0, parent + below(g, 4))) + (chance(g, 12) ? '\t' : '') + line()
    }
    return text
  }

  #quoted(parent: number, manyLines: boolean): string {
    const g = this.#g
    const piece = chance(g, 2) ? () => this.#single() : () => this.#double()
    const quote = piece().startsWith("'") ? "'" : '"'
    const inner = (): string => (quote === "'" ? this.#single() : this.#double()).slice(1, -1)
    return quote + (manyLines && chance(g, 3) ? this.#manyLines(parent, inner) : inner()) + quote
  }

  #single(): string {
    return `'${pick(this.#g, ['', 'a', "it''s", 'x: y # z', '\\n', ' lead', 'trail ', '- a', '😀', "''", '\t', 'a\tb', '{}', '12', 'yes', '<<', 'a\u2028b'])}'`
  }

  #double(): string {
    const g = this.#g
    let text = ''
    for (let left = below(g, 4); left > 0; left--)
      text += pick(g, [
        'a',
        ' ',
        '\\n',
        '\\t',
        '\\"',
        '\\\\',
        '\\x41',
        '\\u00e9',
        '\\U0001F600',
        '\\0',
        '\\e',
        '\\_',
        '\\N',
        '\\L',
        '\\P',
        '\\ ',
        "\\'",
        '\\/',
        '\\q',
        '\\ud83d',
        '\\x4',
        '\\a\\b\\v\\f\\r',
        'é',
        "'",
        '#',
        ': ',
        '\\\n  ',
        '\\\t',
        '12',
        'no'
      ])
    return `"${text}"`
  }

  #block(parent: number): void {
    const g = this.#g
    const indent = 1 + below(g, 4)
    const indicator = chance(g, 4) ? String(chance(g, 3) ? below(g, 10) : indent) : ''
    const chomp = pick(g, ['', '', '-', '+'])
    this.#lines += pick(g, ['|', '>']) + (chance(g, 2) ? indicator + chomp : chomp + indicator)
    this.#lines += pick(g, ['\n', '\n', '\n', ' \n', ' # c\n', '#c\n', '\t\n', ' x\n'])
    for (let left = below(g, 5); left > 0; left--) {
      const column = Math.max(0, Math.max(parent, 0) + indent + pick(g, [0, 0, 0, 0, 1, 2, -1]))
      this.#lines += pick(g, [
        `${' '.repeat(column)}line`,
        `${' '.repeat(column)}two words`,
        '',
        ' '.repeat(below(g, 8)),
        `${' '.repeat(column)}# no comment`,
        `${' '.repeat(column)}\tx`,
        `${' '.repeat(column)}k: v `,
        '\t'
      ])
      this.#lines += '\n'
    }
    if (chance(g, 20)) this.#lines = this.#lines.trimEnd()
  }

  #flow(depth: number, parent: number): string {
    const g = this.#g
    const space = (): string =>
      pick(g, ['', '', ' ', ' ', `\n${' '.repeat(Math.max(0, parent + 1 + below(g, 3)))}`, ' # c\n  ', '\t', '\n'])
    const scalar = (): string =>
      pick(g, [pick(g, words), pick(g, numbers), this.#quoted(parent, true), 'a', 'b c', 'x', ''])
    const value = (): string => (depth > 0 && chance(g, 3) ? this.#flow(depth - 1, parent) : scalar())
    const key = (): string =>
      chance(g, 4) ? this.#quoted(parent, false) : chance(g, 12) ? scalar() : pick(g, ['a', 'b', 'c d', 'k'])
    const pair = (): string =>
      `${chance(g, 20) ? '? ' : ''}${key()}${space()}${pick(g, [': ', ': ', ':', ' : ', ''])}${space()}${value()}`
    const items: string[] = []
    const mapping = chance(g, 2)
    for (let left = below(g, 4); left > 0; left--) {
      const properties = chance(g, 15) ? pick(g, [`${pick(g, tags)} `, `&a${below(g, 4)} `, '*a0 ']) : ''
      items.push(space() + properties + (mapping || chance(g, 8) ? pair() : value()) + space())
    }
    const body = items.join(',') + (chance(g, 10) ? ',' : '')
    return mapping ? `{${body}${space()}}` : `[${body}${space()}]`
  }
}
