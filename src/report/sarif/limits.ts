import { gzipSync } from 'node:zlib'

/**
 * What GitHub's code scanning takes of a report (https://docs.github.com/en/code-security/code-scanning,
 * "SARIF support for code scanning"); a report of ours is one run.
 */
export const limits = {
  /** A report with more results is refused. */
  results: 25_000,
  /** Of more results only the first are shown. */
  shownResults: 5000,
  /** A report that is larger when compressed with gzip is refused. What is no result takes a small part of it. */
  packedBytes: 9_500_000
} as const

/** How many results can be written. */
export interface Kept {
  readonly count: number
  /** Of them, with the separator behind each. */
  readonly bytes: number
}

const lineFeed = 10

/**
 * As many of the results, one on each line, as GitHub takes.
 * @param count How many there are.
 * @param bytes How long they are together.
 */
export function kept(parts: Iterable<Uint8Array>, count: number, bytes: number): Kept {
  const mayBeTooLarge = bytes > limits.packedBytes
  if (count <= limits.results && !mayBeTooLarge) return { count, bytes }
  let whole: Kept = { count: 0, bytes: 0 }
  let read = 0
  let packed = 0
  for (const part of parts) {
    // Each part by itself packs worse than all together, so the sum is an upper bound.
    if (mayBeTooLarge) packed += gzipSync(part).length
    if (packed > limits.packedBytes) return whole
    for (let at = part.indexOf(lineFeed); at !== -1; at = part.indexOf(lineFeed, at + 1)) {
      whole = { count: whole.count + 1, bytes: read + at + 1 }
      if (whole.count === limits.results) return whole
    }
    read += part.length
  }
  return whole
}
