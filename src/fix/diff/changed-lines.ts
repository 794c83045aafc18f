import { leastChanges } from './least-changes.ts'

/** Lines of the old text, from `oldStart` up to `oldEnd`, and of the new one in their place. All count from 0. */
export interface ChangedLines {
  readonly oldStart: number
  readonly oldEnd: number
  readonly newStart: number
  readonly newEnd: number
}

/** So many equal lines, one after the other, are no coincidence. */
const agreement = 3
/** Where the texts differ for longer, the rest counts as changed: fixes are small. */
const furthest = 4000

/**
 * Where two lists of lines differ, in order. It looks for the nearest lines that agree again, so that it takes time in
 * proportion to the text and to the square of the longest change. Inside of what it finds, the least that changes is taken.
 */
export function changedLines(before: readonly string[], after: readonly string[]): ChangedLines[] {
  const changes: ChangedLines[] = []
  let tail = 0
  while (isSame(before.at(-1 - tail), after.at(-1 - tail))) tail++
  const oldLength = before.length - tail
  const newLength = after.length - tail
  let at = 0
  let shift = 0
  while (at < oldLength || at + shift < newLength) {
    if (at < oldLength && at + shift < newLength && before[at] === after[at + shift]) {
      at++
      continue
    }
    const [gone, come] = nearestAgreement(before, after, at, at + shift, oldLength, newLength)
    const stretch = { oldStart: at, oldEnd: at + gone, newStart: at + shift, newEnd: at + shift + come }
    changes.push(...leastChanges(before, after, stretch))
    at += gone
    shift += come - gone
  }
  return changes
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a === b
}

/** How many lines go and come until the texts agree again. */
function nearestAgreement(
  before: readonly string[],
  after: readonly string[],
  oldStart: number,
  newStart: number,
  oldLength: number,
  newLength: number
): readonly [gone: number, come: number] {
  const oldLeft = oldLength - oldStart
  const newLeft = newLength - newStart
  for (let distance = 1; distance <= Math.min(furthest, oldLeft + newLeft); distance++) {
    for (let gone = Math.max(0, distance - newLeft); gone <= Math.min(distance, oldLeft); gone++) {
      const come = distance - gone
      if (agrees(before, after, oldStart + gone, newStart + come)) return [gone, come]
    }
  }
  return [oldLeft, newLeft]
}

function agrees(before: readonly string[], after: readonly string[], oldAt: number, newAt: number): boolean {
  for (let index = 0; index < agreement; index++) {
    const old = before[oldAt + index]
    if (old !== after[newAt + index]) return false
    if (old === undefined) return true
  }
  return true
}
