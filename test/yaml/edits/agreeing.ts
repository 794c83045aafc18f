import type { Change } from '../../../src/yaml/edit/change.ts'

/** The change at each place that has its value from the same text: an anchor with its aliases and merges. */
export function everywhere(value: unknown, change: Change): Change[] {
  const { path } = change
  let depth = path.length - 1
  while (depth >= 0 && !isObject(valueAt(value, path.slice(0, depth)))) depth--
  if (depth < 0) return [change]
  const holder = valueAt(value, path.slice(0, depth))
  const places = [...placesOf(value, holder, [])]
  return places.map((place) => ({ ...change, path: [...place, ...path.slice(depth)] }))
}

function* placesOf(
  value: unknown,
  holder: unknown,
  path: readonly (string | number)[]
): Generator<readonly (string | number)[]> {
  if (value === holder) yield path
  if (!isObject(value)) return
  const steps = Array.isArray(value) ? value.keys() : Object.keys(value)
  for (const step of steps) yield* placesOf(Reflect.get(value, step), holder, [...path, step])
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce((at: unknown, step) => (isObject(at) ? Reflect.get(at, step) : undefined), value)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
