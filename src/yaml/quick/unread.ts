import type { QuickCursor } from './cursor.ts'

/** Parts of a document put together. */
export interface Excerpt {
  readonly text: string
  /** Where in the document a character of the excerpt stands, from the document's start. */
  offsetOf(at: number): number
}

interface Part {
  /** Where the part begins in the excerpt, and in the document. */
  readonly at: number
  readonly from: number
}

/**
 * What is left of a document, from `start` to `end`, where the reader gave up on it: the last entry that it came to, the
 * last one in that, and so on, and all that follows. What it lacks are the entries before those, which were read whole.
 * The full reader finds in it the fault that it would find in the document, since indentation and nesting are the same.
 * Undefined where it may not, since aliases can refer to what is lacking.
 */
export function unreadPart(cursor: QuickCursor, start: number, end: number): Excerpt | undefined {
  const { text, anchors } = cursor
  const { firsts, latest } = cursor.entries
  if (anchors !== undefined) return undefined
  const parts: Part[] = []
  let excerpt = ''
  let from = start
  for (let depth = 1; (latest[depth] as number) >= from; depth++) {
    parts.push({ at: excerpt.length, from: from - start })
    excerpt += text.slice(from, firsts[depth])
    from = latest[depth] as number
  }
  parts.push({ at: excerpt.length, from: from - start })
  return { text: excerpt + text.slice(from, end), offsetOf: (at) => offsetIn(parts, at) }
}

function offsetIn(parts: readonly Part[], at: number): number {
  const part = parts.findLast((candidate) => candidate.at <= at)
  return part === undefined ? at : at - part.at + part.from
}
