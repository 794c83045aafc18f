/**
 * The known name that a mistyped one most likely meant, or undefined where none is near enough: one that is near as a
 * whole, else one of which some words are (`privleged` for `privileged-container`).
 *
 * Distance: insertions, deletions, substitutions and swaps of neighbours (Damerau-Levenshtein, restricted),
 * ignoring case; near enough is at most a third of the longer name, and at least one edit.
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  const candidates = [...known]
  const whole = nearest(
    name,
    candidates.map((candidate) => ({ candidate, part: candidate }))
  )
  if (whole !== undefined || name.length < shortestPart) return whole
  return nearest(
    name,
    candidates.flatMap((candidate) => partsOf(candidate).map((part) => ({ candidate, part })))
  )
}

/** Anything shorter is near to some word of nearly every name. */
const shortestPart = 4

/** Runs of words that are joined by dashes. */
function partsOf(candidate: string): string[] {
  const words = candidate.split('-')
  return words.flatMap((_, from) =>
    words.slice(from).map((_, length) => words.slice(from, from + length + 1).join('-'))
  )
}

/** Of several that are as near, the first. */
function nearest(name: string, parts: readonly { candidate: string; part: string }[]): string | undefined {
  const wanted = name.toLowerCase()
  let best: string | undefined
  let bestDistance = Number.POSITIVE_INFINITY
  for (const { candidate, part } of parts) {
    const allowed = Math.max(1, Math.floor(Math.max(name.length, part.length) / 3))
    if (Math.abs(part.length - name.length) > allowed) continue
    const found = distance(wanted, part.toLowerCase())
    if (found <= allowed && found < bestDistance) {
      best = candidate
      bestDistance = found
    }
  }
  return best
}

/** `; did you mean "x"?`, or nothing: the tail of a message about an unknown name. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const nearest = nearestName(name, known)
  return nearest === undefined ? '' : `; did you mean "${nearest}"?`
}

function distance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1)
      row.push(least)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
