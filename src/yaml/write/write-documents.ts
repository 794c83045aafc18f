import { isNested } from '../edit/write-block.ts'
import { writeScalar } from '../edit/write-scalar.ts'
import type { CommentedValue } from './commented-value.ts'

/**
 * Values as one YAML text, a document each, in the style that kubectl writes: two spaces, items of a list at the column
 * of its key, no quotes where none are needed. Comments stand above what they are about and are wrapped.
 */
export function writeDocuments(documents: readonly CommentedValue[]): string {
  return documents.map(writeDocument).join('---\n')
}

function writeDocument({ value, comments }: CommentedValue): string {
  const byPath = new Map(comments.map(({ path, lines }) => [keyOf(path), lines]))
  const writer = new BlockWriter(byPath)
  return writer.document(value)
}

const column = 100

type Path = readonly (string | number)[]

class BlockWriter {
  readonly #comments: ReadonlyMap<string, readonly string[]>
  #text = ''

  constructor(comments: ReadonlyMap<string, readonly string[]>) {
    this.#comments = comments
  }

  document(value: unknown): string {
    this.#comment([], 0)
    if (isNested(value)) this.#block(value, [], 0)
    else this.#text += `${inline(value)}\n`
    return this.#text
  }

  /** @param continues The first line is begun already, after the dash of an item. */
  #block(value: object, path: Path, indent: number, continues = false): void {
    let begun = continues
    for (const [key, child] of entriesOf(value)) {
      const at = [...path, key]
      if (!begun) {
        this.#comment(at, indent)
        this.#text += ' '.repeat(indent)
      }
      begun = false
      if (typeof key === 'number') this.#item(child, at, indent)
      else this.#entry(key, child, at, indent)
    }
  }

  #item(child: unknown, path: Path, indent: number): void {
    this.#text += '-'
    if (!isNested(child)) this.#text += ` ${inline(child)}\n`
    else {
      this.#text += ' '
      this.#block(child, path, indent + 2, true)
    }
  }

  #entry(key: string, child: unknown, path: Path, indent: number): void {
    this.#text += `${inline(key)}:`
    if (!isNested(child)) this.#text += ` ${inline(child)}\n`
    else {
      this.#text += '\n'
      this.#block(child, path, Array.isArray(child) ? indent : indent + 2)
    }
  }

  #comment(path: Path, indent: number): void {
    for (const line of this.#comments.get(keyOf(path)) ?? []) {
      for (const part of wrapped(line, column - indent - 2)) {
        this.#text += `${' '.repeat(indent)}${part === '' ? '#' : `# ${part}`}\n`
      }
    }
  }
}

function entriesOf(value: object): [string | number, unknown][] {
  return Array.isArray(value) ? [...value.entries()] : Object.entries(value)
}

/** What needs no lines of its own. */
function inline(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[]' : '{}'
  return writeScalar(value, 'block', '"')
}

function keyOf(path: Path): string {
  return JSON.stringify(path)
}

/** Words of a line in lines of at most that many characters, as far as words allow; what is indented stays so. */
function wrapped(line: string, width: number): string[] {
  const lead = /^\s*/.exec(line)?.[0] ?? ''
  const lines: string[] = []
  let current = lead
  for (const word of line.trim().split(/\s+/)) {
    const isFirst = current.trim() === ''
    if (!isFirst && current.length + 1 + word.length > width) {
      lines.push(current)
      current = `${lead}${lead === '' ? '' : '  '}${word}`
    } else current += isFirst ? word : ` ${word}`
  }
  return [...lines, current.trimEnd()]
}
