/** Arbitrary values written as YAML in arbitrary style, with where each part of them was put. */
import fc from 'fast-check'
import type { Generator } from './choices.ts'

type Path = readonly (string | number)[]

export interface LocatedText {
  readonly text: string
  readonly value: unknown
  /** For each path of the value: where its text begins, and where its key does (undefined in lists). */
  readonly places: readonly { path: Path; start: number; key: number | undefined }[]
}

export const locatedText: fc.Arbitrary<LocatedText> = fc.gen().map((g) => new Writer(g).write())

const scalars = [
  1,
  0,
  -5,
  true,
  false,
  null,
  '',
  'x',
  'two words',
  'a: b',
  '- x',
  "it's",
  '"q"',
  'é😀',
  '12',
  'yes',
  '#',
  '~',
  'x\ny\n'
]
const keys = ['a', 'b', 'name', 'image', 'x y', 'é', '1', 'on', 'app.kubernetes.io/name', 'it"s', ': ', '__proto__']

class Writer {
  readonly #g: Generator
  readonly #places: { path: Path; start: number; key: number | undefined }[] = []
  #text = ''

  constructor(g: Generator) {
    this.#g = g
  }

  write(): LocatedText {
    this.#text = this.#pick(['', '# comment\n', '---\n', '\n\n', '--- # c\n'])
    const value = this.#g(fc.boolean) ? this.#blockMapping([], 0, 4, undefined) : this.#blockList([], 0, 4, undefined)
    return { text: this.#text, value, places: this.#places }
  }

  #pick<Value>(values: readonly Value[]): Value {
    return values[this.#g(fc.nat, { max: values.length - 1 })] as Value
  }

  #note(path: Path, key: number | undefined, start = this.#text.length): void {
    this.#places.push({ path, start, key })
  }

  #endLine(): void {
    this.#text += this.#pick(['\n', '\n', '\n', ' # comment\n', '\n\n', '\n   # - a: b\n', '  \n'])
  }

  #names(): string[] {
    const count = 1 + this.#g(fc.nat, { max: 3 })
    return [...new Set(Array.from({ length: count }, () => this.#pick(keys)))]
  }

  #key(name: string): void {
    const plain = /^[a-zé][\w.é /-]*$/.test(name) && name !== 'on'
    this.#text += plain && this.#g(fc.boolean) ? name : JSON.stringify(name)
  }

  #blockMapping(path: Path, column: number, depth: number, key: number | undefined): unknown {
    const pairs: [string, unknown][] = []
    let first = true
    for (const name of this.#names()) {
      if (!first || !this.#inLine(column)) this.#text += ' '.repeat(column)
      if (first) this.#note(path, key)
      first = false
      const at = this.#text.length
      this.#key(name)
      this.#text += ':'
      pairs.push([name, this.#value([...path, name], column, depth - 1, at)])
    }
    return Object.fromEntries(pairs)
  }

  /** Whether the cursor stands behind a dash already. */
  #inLine(column: number): boolean {
    const line = this.#text.slice(this.#text.lastIndexOf('\n') + 1)
    return line.length === column && line.trim() !== ''
  }

  #blockList(path: Path, column: number, depth: number, key: number | undefined): unknown[] {
    const items: unknown[] = []
    const count = 1 + this.#g(fc.nat, { max: 2 })
    for (let index = 0; index < count; index++) {
      if (index > 0 || !this.#inLine(column)) this.#text += ' '.repeat(column)
      if (index === 0) this.#note(path, key)
      this.#text += '-'
      items.push(this.#item([...path, index], column, depth - 1))
    }
    return items
  }

  #item(path: Path, column: number, depth: number): unknown {
    const kind = depth > 0 ? this.#g(fc.nat, { max: 3 }) : 3
    if (kind > 1) return this.#inline(path, column, depth, undefined)
    this.#text += ' '
    return kind === 0
      ? this.#blockMapping(path, column + 2, depth, undefined)
      : this.#blockList(path, column + 2, depth, undefined)
  }

  #value(path: Path, column: number, depth: number, key: number): unknown {
    const kind = depth > 0 ? this.#g(fc.nat, { max: 3 }) : 3
    if (kind > 1) return this.#inline(path, column, depth, key)
    this.#endLine()
    // A list may stand at the column of its key.
    const deeper = column + this.#g(fc.nat, { max: 3 })
    return kind === 0
      ? this.#blockMapping(path, Math.max(deeper, column + 1), depth, key)
      : this.#blockList(path, deeper, depth, key)
  }

  /** A scalar or a collection in brackets on the line. */
  #inline(path: Path, column: number, depth: number, key: number | undefined): unknown {
    const scalar = this.#pick(scalars)
    if (scalar === null && key !== undefined && this.#g(fc.boolean)) {
      // What is empty stands at its key.
      this.#note(path, key, key)
      this.#endLine()
      return null
    }
    this.#text += this.#pick([' ', ' ', '   '])
    const value =
      depth > 0 && this.#g(fc.boolean) ? this.#flow(path, depth, key) : this.#scalar(scalar, path, column, key)
    if (!this.#text.endsWith('\n')) this.#endLine()
    return value
  }

  #flow(path: Path, depth: number, key: number | undefined): unknown {
    this.#note(path, key)
    const isList = this.#g(fc.boolean)
    this.#text += isList ? '[' : '{'
    const value = isList ? this.#flowList(path, depth) : this.#flowMapping(path, depth)
    this.#text += isList ? ']' : '}'
    return value
  }

  #flowList(path: Path, depth: number): unknown[] {
    return this.#names().map((_, index) => {
      if (index > 0) this.#text += this.#pick([', ', ',', ' , '])
      return this.#flowValue([...path, index], depth, undefined)
    })
  }

  #flowMapping(path: Path, depth: number): unknown {
    const pairs = this.#names().map((name, index): [string, unknown] => {
      if (index > 0) this.#text += ', '
      const at = this.#text.length
      this.#text += `${JSON.stringify(name)}: `
      return [name, this.#flowValue([...path, name], depth, at)]
    })
    return Object.fromEntries(pairs)
  }

  #flowValue(path: Path, depth: number, key: number | undefined): unknown {
    if (depth > 1 && this.#g(fc.boolean)) return this.#flow(path, depth - 1, key)
    const scalar = this.#pick(scalars)
    this.#note(path, key)
    this.#text += JSON.stringify(scalar)
    return scalar
  }

  #scalar(scalar: unknown, path: Path, column: number, key: number | undefined): unknown {
    this.#note(path, key)
    if (scalar === 'x\ny\n') this.#text += `|\n${' '.repeat(column + 2)}x\n${' '.repeat(column + 2)}y\n`
    else if (scalar === 'x' || scalar === 'two words') this.#text += scalar
    else this.#text += JSON.stringify(scalar)
    return scalar
  }
}
