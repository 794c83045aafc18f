import { CR, LF, SPACE } from '../characters.ts'
import type { DuplicateKey } from '../problem.ts'
import { readNode } from './block.ts'
import { QuickCursor, rare } from './cursor.ts'
import { nextToken, tokenFrom } from './next-token.ts'

export interface QuickDocument {
  readonly value: unknown
  readonly duplicates: readonly DuplicateKey[]
  /** Where it ends: at the next line that begins with `---`, or at the text's end. */
  readonly end: number
}

/**
 * Reads documents that use the common part of YAML, in one pass from text to values. Whatever it accepts it reads
 * as the full reader does; the rest, errors too, it leaves to that one.
 */
export class QuickReader {
  readonly #cursor: QuickCursor

  constructor(text: string) {
    this.#cursor = new QuickCursor(text)
  }

  /** The document that begins at `start`, or undefined where it needs the full reader. */
  read(start: number): QuickDocument | undefined {
    const cursor = this.#cursor
    cursor.anchors = undefined
    cursor.duplicates.length = 0
    try {
      begin(cursor, start)
      const value = cursor.column < 0 ? undefined : readNode(cursor, -1, 1)
      return isComplete(cursor, start) ? { value, duplicates: cursor.duplicates.splice(0), end: cursor.pos } : undefined
    } catch (error) {
      if (error === rare) return undefined
      throw error
    }
  }
}

function isComplete({ column, anchors, pos }: QuickCursor, start: number): boolean {
  return column < 0 && (anchors === undefined || anchors.allows(pos - start))
}

/** Moves to the document's first token. A `---` line at the very start belongs to the document. */
function begin(cursor: QuickCursor, start: number): void {
  const { text } = cursor
  if (text.startsWith('---', start)) {
    const code = text.charCodeAt(start + 3)
    if (code !== LF && code !== SPACE && code !== CR) throw rare
    cursor.pos = start + 3
    nextToken(cursor)
  } else tokenFrom(cursor, start)
}
