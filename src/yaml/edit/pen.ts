import type { YamlPath } from '../locate.ts'
import type { YamlNode } from '../nodes.ts'
import type { Splice } from './splices.ts'
import { type Style, styleOf } from './style.ts'

/** Why something cannot be edited, and where. */
export interface Refusal {
  readonly path: YamlPath
  readonly reason: string
  readonly offset: number
}

/** What all parts of an edit write with: the text, its style, and the splices that were made so far. */
export class Pen {
  readonly text: string
  /** Where the document begins that is edited. */
  readonly start: number
  /** Whether the document is JSON, and has to stay it. */
  readonly isJson: boolean
  readonly splices: Splice[] = []
  readonly refusals: Refusal[] = []
  readonly #root: YamlNode
  readonly #path: (string | number)[] = []
  #style: Style | undefined

  constructor(text: string, start: number, root: YamlNode, isJson: boolean) {
    this.text = text
    this.start = start
    this.isJson = isJson
    this.#root = root
  }

  get style(): Style {
    this.#style ??= styleOf(this.text, this.#root, this.isJson)
    return this.#style
  }

  /** Puts `replacement` in the place of the text from `start` up to `end`. */
  write(start: number, end: number, replacement: string): void {
    if (start < end || replacement !== '') this.splices.push({ start, end, text: replacement })
  }

  /** Whether something else stands at the offset already. */
  hasWritten(offset: number): boolean {
    return this.splices.some(({ start, end }) => start <= offset && offset < end)
  }

  /** Lines, each with a line break before it. */
  broken(lines: readonly string[]): string {
    return lines.map((line) => this.style.lineBreak + line).join('')
  }

  refuse(reason: string, offset: number): void {
    this.refusals.push({ path: [...this.#path], reason, offset })
  }

  /** Does something one step further down the path, which refusals name. */
  step(part: string | number, act: () => void): void {
    this.#path.push(part)
    act()
    this.#path.pop()
  }
}
