import { CR, DASH, LF, SPACE } from '../characters.ts'
import type { DuplicateKey } from '../problem.ts'
import { readNode } from './block.ts'
import { QuickCursor, rare } from './cursor.ts'
import { nextToken, tokenFrom } from './next-token.ts'
import { type Excerpt, unreadPart } from './unread.ts'

/**
 * Reads documents that use the common part of YAML, in one pass from text to values. Whatever it accepts it reads
 * as the full reader does; the rest, errors too, it leaves to that one.
 */
export class QuickReader {
  /** Of the document read last. */
  value: unknown = undefined
  /** Where the document read last ends: at the next line that begins with `---`, or at the text's end. */
  end = 0
  readonly #cursor: QuickCursor

  constructor(text: string) {
    this.#cursor = new QuickCursor(text)
  }

  /** Equal keys of the document read last, if there are some. */
  get duplicates(): readonly DuplicateKey[] | undefined {
    return this.#cursor.duplicates
  }

  /** Reads the document that begins at `start`; false where it needs the full reader. */
  read(start: number): boolean {
    const cursor = this.#cursor
    cursor.anchors = undefined
    cursor.duplicates = undefined
    cursor.entries.clear()
    try {
      begin(cursor, start)
      this.value = cursor.column < 0 ? undefined : readNode(cursor, -1, 1)
    } catch (error) {
      if (error === rare) return false
      throw error
    }
    this.end = Math.min(cursor.pos, cursor.text.length)
    return cursor.column < 0
  }

  /** What is left to read of the document that `read` gave up on, from `start` to `end`; see `unreadPart`. */
  unread(start: number, end: number): Excerpt | undefined {
    return unreadPart(this.#cursor, start, end)
  }
}

/** Moves to the document's first token. A `---` line at the very start belongs to the document. */
function begin(cursor: QuickCursor, start: number): void {
  const { text, bytes } = cursor
  if (bytes[start] !== DASH || !text.startsWith('---', start)) {
    tokenFrom(cursor, start)
    return
  }
  const code = bytes[start + 3]
  if (code !== LF && code !== SPACE && code !== CR) throw rare
  cursor.pos = start + 3
  nextToken(cursor)
}
