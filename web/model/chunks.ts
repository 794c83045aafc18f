/** A part of the list that is put into the page at once. */
export interface Chunk {
  /** Range of hits. */
  readonly start: number
  readonly end: number
  readonly sections: readonly Section[]
}

/** Hits of one group, or the part of them that is in a chunk. */
export interface Section {
  readonly group: number
  readonly start: number
  readonly end: number
  /** How many hits the group has in all; 0 where the heading was in an earlier chunk. */
  readonly total: number
}

/** Divides hits, sorted by group, into chunks of so many rows and headings. */
export function chunksOf(hits: Int32Array, group: Int32Array, size: number): readonly Chunk[] {
  const chunks: Chunk[] = []
  let sections: Section[] = []
  let room = size
  let start = 0
  for (let at = 0; at < hits.length; ) {
    const own = group[hits[at] ?? 0] ?? 0
    const groupEnd = endOfGroup(hits, group, at, own)
    for (let from = at; from < groupEnd; ) {
      const end = Math.min(groupEnd, from + room)
      sections.push({ group: own, start: from, end, total: from === at ? groupEnd - at : 0 })
      room -= end - from + 1
      from = end
      if (room > 0) continue
      chunks.push({ start, end: from, sections })
      start = from
      sections = []
      room = size
    }
    at = groupEnd
  }
  if (sections.length > 0) chunks.push({ start, end: hits.length, sections })
  return chunks
}

function endOfGroup(hits: Int32Array, group: Int32Array, start: number, own: number): number {
  let end = start + 1
  while (end < hits.length && group[hits[end] ?? 0] === own) end++
  return end
}
