import type { ChangedLines } from './changed-lines.ts'

/** More pairs of lines are not compared: then all of the old lines count as replaced by all of the new ones. */
const mostPairs = 250_000

/**
 * The least that changes inside of a stretch of lines: a longest common subsequence of both sides stays (Wagner and
 * Fischer 1974).
 * @param stretch Of the whole texts, as are the places in what is returned.
 */
export function leastChanges(
  before: readonly string[],
  after: readonly string[],
  stretch: ChangedLines
): readonly ChangedLines[] {
  const { oldStart, oldEnd, newStart, newEnd } = stretch
  const rows = oldEnd - oldStart
  const columns = newEnd - newStart
  if (rows === 0 || columns === 0 || rows * columns > mostPairs) return [stretch]
  const common = commonLengths(before, after, stretch)
  const changes: ChangedLines[] = []
  let open: { readonly oldStart: number; readonly newStart: number } | null = null
  let row = 0
  let column = 0
  while (row < rows || column < columns) {
    const isSame = row < rows && column < columns && before[oldStart + row] === after[newStart + column]
    if (isSame) {
      if (open !== null) changes.push({ ...open, oldEnd: oldStart + row, newEnd: newStart + column })
      open = null
      row++
      column++
      continue
    }
    open ??= { oldStart: oldStart + row, newStart: newStart + column }
    const down = row < rows ? (common[(row + 1) * (columns + 1) + column] ?? 0) : -1
    const right = column < columns ? (common[row * (columns + 1) + column + 1] ?? 0) : -1
    if (down >= right) row++
    else column++
  }
  if (open !== null) changes.push({ ...open, oldEnd, newEnd })
  return changes
}

/** For each pair of places, how many lines both sides have in common from there on; in rows of the old lines. */
function commonLengths(
  before: readonly string[],
  after: readonly string[],
  { oldStart, oldEnd, newStart, newEnd }: ChangedLines
): Uint32Array {
  const rows = oldEnd - oldStart
  const width = newEnd - newStart + 1
  const lengths = new Uint32Array((rows + 1) * width)
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = width - 2; column >= 0; column--) {
      const at = row * width + column
      const isSame = before[oldStart + row] === after[newStart + column]
      lengths[at] = isSame
        ? (lengths[at + width + 1] ?? 0) + 1
        : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0)
    }
  }
  return lengths
}
