import { isMapping, type Mapping } from '../../estate/mapping.ts'
import { type Path, valueAt } from '../../estate/path.ts'

/** A place among the values that may be what renders to a field. */
export interface Candidate {
  /** From the values' root. */
  readonly path: Path
  /** How likely that is; only to be compared. */
  readonly score: number
}

/** What is known of a field that no value is known for yet. */
export interface RenderedField {
  /** From the object's root. */
  readonly path: Path
  /** Names that belong to it: of the object, of the container. */
  readonly names: readonly string[]
  /** Values paths that the field's own template names. */
  readonly named: ReadonlySet<string>
}

/** A value may be the field itself, or up to so many levels above it. */
const levels = 3

/** More are not tried: each takes a run of Helm. */
const most = 12

/**
 * The places among the values that a rendered field may come from, the likeliest first. Charts name values after the
 * fields that they become: `securityContext`, `podSecurityContext`, `image.pullPolicy`, `extraVolumes`.
 * @param known Every values path there is or that a template names.
 */
export function candidatesFor(field: RenderedField, values: Mapping, known: readonly Path[]): Candidate[] {
  const found = new Map<string, Candidate>()
  for (let level = 0; level <= levels; level++) {
    const at = field.path.length - 1 - level
    const name = field.path[at]
    if (name === undefined) continue
    const below = field.path.slice(at + 1)
    for (const path of known) {
      const likeness = typeof name === 'string' ? likenessOf(path, name) : likenessOfElement(values, path, field.names)
      if (likeness === 0) continue
      const whole = [...path, ...placesBelow(values, path, below)]
      const score = likeness * 10 + contextOf(path, field) - level
      const key = whole.join('\0')
      if ((found.get(key)?.score ?? 0) < score) found.set(key, { path: whole, score })
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score).slice(0, most)
}

/** An element that a field's list gets at its end, the value's list gets at its own end. */
function placesBelow(values: Mapping, path: Path, below: Path): Path {
  const [first, ...rest] = below
  if (typeof first !== 'number') return below
  const list = valueAt(values, path)
  return [Array.isArray(list) ? list.length : 0, ...rest]
}

/** 3: the same name; 2: it ends in the name; 0: another one. */
function likenessOf(path: Path, name: string): number {
  const last = String(path.at(-1)).toLowerCase()
  const wanted = name.toLowerCase()
  if (last === wanted || path.slice(-2).join('').toLowerCase() === wanted) return 3
  return last.endsWith(wanted) ? 2 : 0
}

/** An element of a list among the values, by the name that it shares with an element on the field's path. */
function likenessOfElement(values: Mapping, path: Path, names: readonly string[]): number {
  if (typeof path.at(-1) !== 'number') return 0
  const element = valueAt(values, path)
  return isMapping(element) && typeof element.name === 'string' && names.includes(element.name) ? 3 : 0
}

function contextOf(path: Path, field: RenderedField): number {
  const text = path.join('.').toLowerCase()
  const inContainer = field.path.some((step) => /^(initC|c|ephemeralC)ontainers$/.test(String(step)))
  const named = field.named.has(path.join('.')) ? 6 : 0
  const own = field.names.filter((name) => text.includes(name.toLowerCase())).length * 3
  const level = text.includes('pod') === inContainer ? -2 : 0
  const init = text.includes('init') === field.path.includes('initContainers') ? 0 : -2
  return named + own + level + init
}

/** Values are not looked at further down. */
const deepest = 8

/** Every place among the values that holds something, and every mapping, list and mapping in a list on the way. */
export function pathsIn(values: Mapping): Path[] {
  const paths: Path[] = []
  const visit = (value: unknown, path: Path): void => {
    if (path.length > 0) paths.push(path)
    if (path.length >= deepest) return
    if (isMapping(value)) for (const [key, each] of Object.entries(value)) visit(each, [...path, key])
    else if (Array.isArray(value)) {
      for (const [index, each] of value.entries()) if (isMapping(each)) visit(each, [...path, index])
    }
  }
  visit(values, [])
  return paths
}
