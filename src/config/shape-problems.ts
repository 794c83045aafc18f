import { isMapping } from '../estate/mapping.ts'
import type { Path } from '../estate/path.ts'
import { didYouMean } from '../names/nearest-name.ts'
import type { Shape } from './keys.ts'

export interface ShapeProblem {
  /** What is wrong there; where it ends with `ofKey`, the key that it stands at. */
  readonly path: Path
  readonly message: string
}

/** No file holds this key: a path with it is located at the key of what stands before it. */
export const ofKey = '\u0000'

/** Everything in `value` that does not look as `shape` says, with what to write instead. */
export function shapeProblems(value: unknown, shape: Shape, path: Path = []): ShapeProblem[] {
  if (shape.type === undefined) return choiceProblems(value, shape.oneOf, path)
  switch (shape.type) {
    case 'string':
      return stringProblems(value, shape, path)
    case 'integer':
      return integerProblems(value, shape, path)
    case 'array':
      if (!Array.isArray(value)) return [{ path, message: `${nameOf(path)} must be a list` }]
      if (value.length < (shape.minItems ?? 0)) return [{ path, message: `${nameOf(path)} must not be empty` }]
      return value.flatMap((item: unknown, index) => shapeProblems(item, shape.items, [...path, index]))
    case 'object':
      return objectProblems(value, shape, path)
  }
}

/** Held against the shape of the value's own type, so that the problem is the one that its author can see. */
function choiceProblems(value: unknown, shapes: readonly Shape[], path: Path): ShapeProblem[] {
  const type = Array.isArray(value) ? 'array' : isMapping(value) ? 'object' : 'string'
  const [fallback] = shapes
  const shape = shapes.find((candidate) => candidate.type === type) ?? fallback
  return shape === undefined ? [] : shapeProblems(value, shape, path)
}

function stringProblems(value: unknown, shape: Shape & { type: 'string' }, path: Path): ShapeProblem[] {
  const name = nameOf(path)
  // What was written is not known any more: 1.30 is read as 1.3.
  if (typeof value === 'number' || typeof value === 'boolean') {
    return [{ path, message: `${name} must be text: put it in quotes` }]
  }
  if (typeof value !== 'string') return [{ path, message: `${name} must be text` }]
  if (shape.enum !== undefined && !shape.enum.includes(value)) {
    const known = `one of ${shape.enum.join(', ')}`
    return [{ path, message: `${name} must be ${known}${didYouMean(value, shape.enum)}` }]
  }
  if (shape.pattern !== undefined && !new RegExp(shape.pattern).test(value)) {
    return [
      { path, message: `${name} cannot be "${value}": write it like ${shape.examples?.join(' or ') ?? shape.pattern}` }
    ]
  }
  return []
}

function integerProblems(
  value: unknown,
  { minimum, maximum }: Shape & { type: 'integer' },
  path: Path
): ShapeProblem[] {
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum
  return fits ? [] : [{ path, message: `${nameOf(path)} must be a whole number from ${minimum} to ${maximum}` }]
}

function objectProblems(value: unknown, shape: Shape & { type: 'object' }, path: Path): ShapeProblem[] {
  if (!isMapping(value)) return [{ path, message: `${nameOf(path)} must be a mapping` }]
  const { properties = {}, required = [], additionalProperties } = shape
  const problems: ShapeProblem[] = []
  for (const [key, item] of Object.entries(value)) {
    const own = Object.hasOwn(properties, key) ? properties[key] : undefined
    const expected = own ?? additionalProperties
    const at = [...path, key]
    if (expected === false) {
      problems.push({
        path: [...at, ofKey],
        message: `unknown key "${key}"${didYouMean(key, Object.keys(properties))}`
      })
    } else problems.push(...shapeProblems(item, expected, at))
  }
  for (const key of required) {
    if (!Object.hasOwn(value, key)) problems.push({ path, message: `${nameOf(path)} needs ${key}` })
  }
  return problems
}

function nameOf(path: Path): string {
  const last = path.at(-1)
  if (last === undefined) return 'the file'
  return typeof last === 'number' ? `item ${last + 1} of ${path.at(-2) ?? 'the list'}` : last
}
