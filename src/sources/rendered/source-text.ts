import { isAbsolute, relative, resolve } from 'node:path'
import type { YamlDocument } from '../../yaml/document.ts'
import { parseYaml } from '../../yaml/parse.ts'
import { readDecoded } from '../files/read-decoded.ts'

/** A file that something was rendered from, read so that positions in it can be found. */
export interface SourceText {
  /** As the user would name it. */
  readonly file: string
  /** What `documents` are the documents of; for a template its skeleton, with the same offsets. */
  readonly text: string
  readonly documents: readonly YamlDocument[]
}

/** A file's path as the user would name it, in the manner of `like`: relative to where they stand, or absolute. */
export function shownAs(path: string, like: string): string {
  const absolute = resolve(path)
  return isAbsolute(like) ? absolute : relative('', absolute) || '.'
}

/** Files already read, since many overlays share one base. Bounded: forgets everything when it has grown too large. */
export class SourceTexts {
  readonly #prepare: (text: string) => string
  readonly #texts = new Map<string, SourceText | null>()
  #size = 0

  /** @param prepare Makes YAML of the text without moving anything in it. */
  constructor(prepare: (text: string) => string = (text) => text) {
    this.#prepare = prepare
  }

  /** Null where the file cannot be read. */
  read(file: string): SourceText | null {
    const known = this.#texts.get(file)
    if (known !== undefined) return known
    const read = this.#load(file)
    if (this.#size > 16 * 1024 * 1024) {
      this.#texts.clear()
      this.#size = 0
    }
    this.#texts.set(file, read)
    this.#size += read?.text.length ?? 0
    return read
  }

  #load(file: string): SourceText | null {
    const decoded = readDecoded(file, false)
    if ('problem' in decoded) return null
    const text = this.#prepare(decoded.text)
    return { file, text, documents: parseYaml(text) }
  }
}
