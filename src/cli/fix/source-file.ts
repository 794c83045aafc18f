import { readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import { decodeText } from '../../yaml/decode.ts'
import { refusal } from '../refusal.ts'

/** A file as it was read, to be written only if it is still so. */
export interface SourceFile {
  /** Where it really is, past all symbolic links. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly text: string
  readonly stats: Stats
}

/** Reads a file that is to be fixed, or says why it cannot be. */
export function readSourceFile(file: string): SourceFile | { readonly problem: string } {
  try {
    const path = realpathSync(file)
    const stats = statSync(path)
    if (!stats.isFile()) return { problem: 'it is no regular file' }
    const bytes = readFileSync(path)
    const decoded = decodeText(bytes)
    return 'text' in decoded ? { path, bytes, text: decoded.text, stats } : { problem: decoded.problem }
  } catch (error) {
    return { problem: refusal(error) }
  }
}
