/** A piece of the text, from `start` up to `end`, and what stands there afterwards. */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The text with all splices applied, which do not overlap. Several insertions at one place keep their order. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end, text: replacement } of inOrder(splices)) {
    parts.push(text.slice(at, start), replacement)
    at = end
  }
  parts.push(text.slice(at))
  return parts.join('')
}

/** Whether two of the splices are about the same piece of text. */
export function overlap(splices: readonly Splice[]): boolean {
  let at = 0
  for (const { start, end } of inOrder(splices)) {
    if (start < at) return true
    at = end
  }
  return false
}

function inOrder(splices: readonly Splice[]): Splice[] {
  return splices.toSorted((a, b) => a.start - b.start || a.end - b.end)
}
