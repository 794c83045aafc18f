import type { Path } from '../estate/path.ts'
import type { Origin } from '../estate/resource.ts'
import type { Position } from '../sources/unit.ts'
import type { YamlDocument } from '../yaml/document.ts'
import { locateAll } from '../yaml/locate.ts'
import { parseYaml } from '../yaml/parse.ts'

/** The text of a file that was read before; null where it is gone. */
export type TextOf = (file: string) => string | null

interface ReadFile {
  readonly text: string
  readonly documents: readonly YamlDocument[]
}

/** Finds places in a file that was read and forgotten: the file is read once more, at the first question. */
export class FilePlaces {
  readonly #file: string | null
  readonly #textOf: TextOf
  #read: ReadFile | null | undefined

  /** @param file Null for live objects, which have no place. */
  constructor(file: string | null, textOf: TextOf) {
    this.#file = file
    this.#textOf = textOf
  }

  /** For each path from the object's root its place; none where the file has changed so much that the object is gone. */
  of({ document: index, prefix }: Origin, paths: readonly Path[]): Position[] {
    const file = this.#file
    if (file === null) return []
    this.#read ??= this.#open(file)
    const document = this.#read?.documents[index]
    if (this.#read === null || document === undefined) return []
    const whole = paths.map((path) => [...prefix, ...path])
    return locateAll(this.#read.text, document, whole).map(({ line, column, located }) => ({
      file,
      document: index,
      line,
      column,
      located
    }))
  }

  #open(file: string): ReadFile | null {
    const text = this.#textOf(file)
    return text === null ? null : { text, documents: parseYaml(text) }
  }
}
