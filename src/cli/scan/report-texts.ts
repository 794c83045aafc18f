import { readFileSync, statSync } from 'node:fs'
import { normalize } from 'node:path'
import { decodeText } from '../../yaml/decode.ts'

/** How standard input is named among files. */
const stdinName = '-'

/**
 * Texts that a report quotes lines from: the one read last, and what can be read only once. Other files are read again
 * when they are needed.
 */
export class ReportTexts {
  readonly #once: ReadonlySet<string>
  readonly #kept = new Map<string, string>()
  #last: { readonly file: string; readonly text: string } | undefined

  /** @param paths As the user gave them. */
  constructor(paths: readonly string[]) {
    this.#once = new Set(paths.filter(isReadOnce).map((path) => normalize(path)))
  }

  /** Takes note of a file that was just read. */
  seen(file: string, text: string): void {
    this.#last = { file, text }
    if (this.#once.has(file)) this.#kept.set(file, text)
  }

  /** Null where the file is gone or is no text any more: the report then shows the position alone. */
  of(file: string): string | null {
    if (file === this.#last?.file) return this.#last.text
    if (this.#once.has(file)) return this.#kept.get(file) ?? null
    try {
      const decoded = decodeText(readFileSync(file))
      return 'text' in decoded ? decoded.text : null
    } catch {
      return null
    }
  }
}

/** Standard input and pipes are empty the second time, or keep their reader waiting. */
function isReadOnce(path: string): boolean {
  if (path === stdinName) return true
  try {
    const stats = statSync(path)
    return !stats.isFile() && !stats.isDirectory()
  } catch {
    return false
  }
}
