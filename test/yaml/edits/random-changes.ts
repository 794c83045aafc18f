/** Changes of a value at random places: what exists is set or removed, what does not is created. */
import type { Change } from '../../../src/yaml/edit/change.ts'
import { below, chance, type Generator, pick } from '../choices.ts'

type Path = readonly (string | number)[]

// biome-ignore format: one value a line would fill a page
const scalars: readonly unknown[] = [
  true, false, null, 0, 1, -1, 1000, 65534, 0.5, -2.5e-7, 1e21, 9007199254740993n, '', 'ALL', 'RuntimeDefault', 'true', 'no', 'y', 'null',
  '~', '0644', '12:30:45', '2001-01-01', '1e3', '1.2.3', '100m', '1Gi', 'a: b', 'a #b', '#x', '- x', '-', '?', 'é😀', "it's", '"q"', '{x}',
  '[x', '*x', '&x', '!x', '%x', '@x', '`x', 'x,y', 'a\nb', 'a\n\nb\n', ' x', 'x ', 'tab\there', 'x:', ':', '<<', '...', '---', '\u0085',
  '\u2028', '\u0007', '\ufeff', 'x\\y', '0x1F', '.inf', '1_000', 'http://a.b:80/c?d=e#f', '=', '>', '|', 'two words', 'on'
]

const names = [
  'new',
  'securityContext',
  'key with spaces',
  'on',
  '12',
  'app.kubernetes.io/name',
  'a: b',
  'é',
  '',
  '~',
  '#k',
  'runAsUser'
]

/** One to three changes of the value. */
export function randomChanges(g: Generator, value: unknown): Change[] {
  return Array.from({ length: 1 + below(g, 3) }, () => randomChange(g, value))
}

/** A change at a random place of the value. */
export function randomChange(g: Generator, value: unknown): Change {
  const path = existingPath(g, value)
  const kind = below(g, 10)
  if (kind < 3 && path.length > 0) return { path, remove: true }
  if (kind < 6) return { path: [...path, ...stepsDown(g, valueAt(value, path))], set: randomValue(g, 2) }
  return path.length === 0 ? { path: [pick(g, names)], set: randomValue(g, 2) } : { path, set: randomValue(g, 2) }
}

/** A step or two to what may not be there yet. */
function stepsDown(g: Generator, value: unknown): (string | number)[] {
  if (Array.isArray(value)) return [value.length]
  const step = pick(g, names)
  if (value !== null && typeof value !== 'object') return []
  return chance(g, 3) ? [step, chance(g, 3) ? 0 : pick(g, names)] : [step]
}

function existingPath(g: Generator, value: unknown): Path {
  const path: (string | number)[] = []
  let at = value
  while (typeof at === 'object' && at !== null && !chance(g, 6)) {
    const steps: (string | number)[] = Array.isArray(at) ? at.map((_, index) => index) : Object.keys(at)
    if (steps.length === 0) break
    const step = pick(g, steps)
    path.push(step)
    at = Reflect.get(at, step)
  }
  return path
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce((at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined), value)
}

function randomValue(g: Generator, depth: number): unknown {
  const kind = below(g, 8)
  if (depth === 0 || kind < 5) return pick(g, scalars)
  const count = below(g, 4)
  if (kind < 7)
    return Object.fromEntries(Array.from({ length: count }, () => [pick(g, names), randomValue(g, depth - 1)]))
  return Array.from({ length: count }, () => randomValue(g, depth - 1))
}
