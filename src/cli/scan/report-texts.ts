import { readFileSync } from 'node:fs'
import { decodeText } from '../../yaml/decode.ts'

/** How standard input is named among files. */
export const stdinName = '-'

/** Texts that a report quotes lines from: files are read again when needed, what cannot be is kept. */
export class ReportTexts {
  readonly #kept = new Map<string, string>()

  keep(file: string, text: string): void {
    this.#kept.set(file, text)
  }

  /** Null where the file is gone or is no text any more: the report then shows the position alone. */
  of(file: string): string | null {
    const kept = this.#kept.get(file)
    if (kept !== undefined) return kept
    try {
      const decoded = decodeText(readFileSync(file))
      return 'text' in decoded ? decoded.text : null
    } catch {
      return null
    }
  }
}
