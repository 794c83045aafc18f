import { existsSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import { decodeText } from '../../yaml/decode.ts'
import { refusal } from '../refusal.ts'

/** A file as it was read, to be written only if it is still so. */
export interface SourceFile {
  /** Where it really is, past all symbolic links. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly text: string
  /** As they were before it was read. */
  readonly stats: Stats
  /** When that was, in milliseconds since 1970. */
  readonly readAt: number
}

/** Reads a file that is to be fixed, or says why it cannot be. */
export function readSourceFile(file: string): SourceFile | { readonly problem: string } {
  try {
    const path = realpathSync(file)
    const readAt = Date.now()
    const stats = statSync(path)
    if (!stats.isFile()) return { problem: 'it is no regular file' }
    const bytes = readFileSync(path)
    const decoded = decodeText(bytes)
    return 'text' in decoded ? { path, bytes, text: decoded.text, stats, readAt } : { problem: decoded.problem }
  } catch (error) {
    return { problem: refusal(error) }
  }
}

/** The text of a file; null where there is none that can be read. */
export function textAt(path: string): string | null {
  const source = existsSync(path) ? readSourceFile(path) : null
  return source === null || 'problem' in source ? null : source.text
}
