import { isMapping, type Mapping } from '../../estate/mapping.ts'
import type { Path } from '../../estate/path.ts'

/** Stands in a template's skeleton where the template computes something. Private use: no manifest holds it. */
export const placeholder = '\uE000'

/** A path of a rendered object, translated to what it was rendered from. */
export interface Alignment {
  /** As far as the source goes along. */
  readonly path: Path
  /** How many steps of the rendered path that covers. */
  readonly depth: number
  /** The source holds the whole path. */
  readonly complete: boolean
  /** The source says what the rendered object says. */
  readonly equal: boolean
}

/** Keys that tell one element of a Kubernetes list from another, as strategic merge uses them. */
const identities = ['name', 'mountPath', 'containerPort', 'key', 'port', 'ip', 'topologyKey', 'uid'] as const

/**
 * Follows `path` through a rendered object and its source side by side. Rendering reorders lists and adds to them, so
 * elements are matched by what identifies them; by place only where nothing does. Where several would do, as in the
 * branches of a template, the one that leads furthest is taken.
 */
export function align(rendered: unknown, source: unknown, path: Path): Alignment {
  const [step, ...rest] = path
  if (step === undefined) return { path: [], depth: 0, complete: true, equal: agrees(rendered, source) }
  let best: Alignment = { path: [], depth: 0, complete: false, equal: false }
  for (const candidate of candidates(rendered, source, step)) {
    const below = align(child(rendered, step), child(source, candidate), rest)
    const alignment = { ...below, path: [candidate, ...below.path], depth: below.depth + 1 }
    if (isBetter(alignment, best)) best = alignment
    if (best.equal) break
  }
  return best
}

function isBetter(one: Alignment, other: Alignment): boolean {
  return one.depth > other.depth || (one.depth === other.depth && one.equal && !other.equal)
}

/** Steps into the source that `step` into the rendered object may have come from, the likeliest first. */
function candidates(rendered: unknown, source: unknown, step: string | number): readonly (string | number)[] {
  if (typeof step === 'string') return isMapping(source) && Object.hasOwn(source, step) ? [step] : []
  if (!Array.isArray(rendered) || !Array.isArray(source)) return []
  const element: unknown = rendered[step]
  const matches = isMapping(element)
    ? matchesByIdentity(element, rendered, source)
    : indexesWhere(source, (item) => agrees(element, item))
  if (matches.length > 0) return matches
  return rendered.length === source.length && isComputed(source[step]) ? [step] : []
}

function matchesByIdentity(
  element: Mapping,
  rendered: readonly unknown[],
  source: readonly unknown[]
): readonly number[] {
  const key = identities.find((name) => element[name] !== undefined)
  if (key === undefined) return indexesWhere(source, (item) => agrees(element, item))
  const literal = indexesWhere(source, (item) => isMapping(item) && item[key] === element[key])
  if (literal.length > 0) return literal
  return indexesWhere(source, (item) => {
    if (!isMapping(item) || !isComputed(item[key]) || !agrees(element[key], item[key])) return false
    return Object.keys(item).every((name) => name in element) || !hasRivals(item[key], key, rendered, source)
  })
}

/** Whether a computed identity stands for several elements: a loop makes them alike, other elements came from elsewhere. */
function hasRivals(identity: unknown, key: string, rendered: readonly unknown[], source: readonly unknown[]): boolean {
  const literals = new Set(source.map((item) => (isMapping(item) ? item[key] : undefined)))
  const alike = rendered.filter((each) => isMapping(each) && !literals.has(each[key]) && agrees(each[key], identity))
  return alike.length > 1
}

function indexesWhere(list: readonly unknown[], holds: (item: unknown) => boolean): number[] {
  return list.flatMap((item, index) => (holds(item) ? [index] : []))
}

/** True where a template leaves open which element this is. */
function isComputed(item: unknown): boolean {
  if (typeof item === 'string') return item.includes(placeholder)
  return isMapping(item) && identities.every((key) => item[key] === undefined || isComputed(item[key]))
}

function child(value: unknown, step: string | number): unknown {
  if (typeof step === 'number') return Array.isArray(value) ? value[step] : undefined
  return isMapping(value) ? value[step] : undefined
}

/** Equal values, a placeholder standing for any text. */
export function agrees(rendered: unknown, source: unknown): boolean {
  if (rendered === source) return true
  if (typeof source === 'string' && source.includes(placeholder)) return fits(rendered, source)
  if (Array.isArray(rendered)) {
    return (
      Array.isArray(source) &&
      source.length === rendered.length &&
      rendered.every((item, index) => agrees(item, source[index]))
    )
  }
  if (!isMapping(rendered) || !isMapping(source)) return false
  const keys = Object.keys(rendered)
  return keys.length === Object.keys(source).length && keys.every((key) => agrees(rendered[key], source[key]))
}

/** The literal pieces around placeholders stand in the rendered text, in order. */
function fits(rendered: unknown, source: string): boolean {
  if (typeof rendered === 'object' && rendered !== null) return false
  const text = String(rendered)
  const pieces = source.split(/\uE000+/)
  const first = pieces[0] ?? ''
  const last = pieces.at(-1) ?? ''
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false
  let from = first.length
  for (const piece of pieces.slice(1, -1)) {
    const at = text.indexOf(piece, from)
    if (at < 0) return false
    from = at + piece.length
  }
  return from <= text.length - last.length
}
