import type { Facet, FacetKey } from './facets.ts'
import { type Findings, severities } from './findings.ts'
import type { Ordering } from './ordering.ts'
import type { Matches } from './search.ts'

/** The values chosen of each facet; one without an entry lets everything through. */
export type Selection = Readonly<Partial<Record<FacetKey, ReadonlySet<string>>>>

/** What a filter lets through. */
export interface FilterResult {
  /** Findings, in order. */
  readonly hits: Int32Array
  /** How many findings each value of each facet would show, beside what is chosen of the other facets. */
  readonly counts: ReadonlyMap<FacetKey, Int32Array>
  /**
   * Findings by namespace and severity, beside what is chosen of other facets: `namespace × severities + severity`.
   * Where no status is chosen, failures alone.
   */
  readonly matrix: Int32Array
}

/** Passes are listed only where they are asked for. */
const pass = 'pass'

/** The bit of findings that the search does not match; the others are those of facets. */
const unmatched = 1 << 15

/** Applies the chosen values of all facets at once: several of one facet are alternatives, those of several must all hold. */
export function filterFindings(
  findings: Findings,
  facets: readonly Facet[],
  selection: Selection,
  matches: Matches,
  { order }: Ordering
): FilterResult {
  const refused = refusals(findings, facets, selection, matches)
  const hits = new Int32Array(order.length)
  let count = 0
  for (let at = 0; at < order.length; at++) {
    const finding = order[at] ?? 0
    if (refused[finding] === 0) hits[count++] = finding
  }
  return {
    hits: hits.subarray(0, count),
    counts: new Map(facets.map((facet, index) => [facet.key, countsOf(facet, refused, 1 << index)])),
    matrix: matrixOf(findings, facets, refused, (selection.status?.size ?? 0) === 0)
  }
}

/** For each finding, the facets that refuse it, as bits: what one alone refuses would be shown without its choice. */
function refusals(findings: Findings, facets: readonly Facet[], selection: Selection, matches: Matches): Uint16Array {
  const refused = new Uint16Array(findings.count)
  if (matches !== null) {
    for (let finding = 0; finding < refused.length; finding++) if (matches[finding] === 0) refused[finding] = unmatched
  }
  for (const [index, facet] of facets.entries()) {
    const allowed = allowedCodes(facet, selection)
    if (allowed === null) continue
    const { codes } = facet
    const bit = 1 << index
    for (let finding = 0; finding < refused.length; finding++) {
      if (allowed[codes[finding] ?? 0] === 0) refused[finding] = (refused[finding] ?? 0) | bit
    }
  }
  return refused
}

/** 1 for each code that a selection lets through; null where all are. */
function allowedCodes({ key, values, members }: Facet, selection: Selection): Uint8Array | null {
  const chosen = selection[key]
  if (chosen !== undefined && chosen.size > 0) {
    return Uint8Array.from(members, (own) => (own.some((value) => chosen.has(values[value] ?? '')) ? 1 : 0))
  }
  if (key !== 'status') return null
  return Uint8Array.from(members, ([value]) => (values[value ?? 0] === pass ? 0 : 1))
}

function countsOf({ codes, values, members }: Facet, refused: Uint16Array, own: number): Int32Array {
  const tally = new Int32Array(members.length)
  for (let finding = 0; finding < refused.length; finding++) {
    if (((refused[finding] ?? 0) & ~own) !== 0) continue
    const code = codes[finding] ?? 0
    tally[code] = (tally[code] ?? 0) + 1
  }
  const counts = new Int32Array(values.length)
  for (const [code, own] of members.entries()) {
    for (const value of own) counts[value] = (counts[value] ?? 0) + (tally[code] ?? 0)
  }
  return counts
}

function matrixOf(
  { status, severity }: Findings,
  facets: readonly Facet[],
  refused: Uint16Array,
  failuresAlone: boolean
): Int32Array {
  const index = facets.findIndex(({ key }) => key === 'namespace')
  const { codes, values } = facets[index] ?? { codes: new Int32Array(), values: [] }
  const own = (1 << index) | (1 << facets.findIndex(({ key }) => key === 'severity'))
  const matrix = new Int32Array(values.length * severities.length)
  for (let finding = 0; finding < refused.length; finding++) {
    if (((refused[finding] ?? 0) & ~own) !== 0 || (failuresAlone && status[finding] !== 0)) continue
    const cell = (codes[finding] ?? 0) * severities.length + (severity[finding] ?? 0)
    matrix[cell] = (matrix[cell] ?? 0) + 1
  }
  return matrix
}
