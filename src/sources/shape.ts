import type { Fault } from '../estate/gather.ts'
import { isMapping } from '../estate/mapping.ts'
import { formatPath, type Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import { type TypeProblem, validateResource } from '../kubernetes/validate.ts'
import { mistypedKind } from './mistyped-kind.ts'
import { podFaults } from './pod-faults.ts'

/** Something wrong at a path of the object. */
export interface ShapeFault {
  readonly path: Path
  readonly message: string
}

const none: readonly ShapeFault[] = []

/** What YAML makes of text without quotes. */
const unquoted = /\b(number|boolean)\b/

/**
 * Adds a fault for each part of a resource that the API server would not decode, and for a workload without a pod. What
 * is right around it is scanned all the same.
 */
export function shapeFaults(resource: Resource, faults: Fault[]): void {
  const problems = validateResource(resource.object)
  const own = ownFaults(resource)
  if (problems.length === 0 && own.length === 0) return
  const { document, prefix } = resource.origin
  const known = new Set(own.map(({ path }) => formatPath(path)))
  const typed = oneForEachKind(problems.filter(({ path }) => !known.has(formatPath(path))))
  for (const { path, message } of [...own, ...typed]) faults.push({ document, path: [...prefix, ...path], message })
}

/** What a look at types alone does not tell, or not of every kind. */
function ownFaults(resource: Resource): readonly ShapeFault[] {
  const { metadata, spec } = resource.object
  const faults = podFaults(resource)
  const mistyped = faults === null ? mistypedKind(resource) : null
  if (mistyped !== null) return [{ path: ['kind'], message: mistyped }]
  if (faults === null && spec === null) {
    return [{ path: ['spec'], message: `spec is null: this ${resource.kind} says nothing` }]
  }
  if (metadata !== undefined && metadata !== null && !isMapping(metadata)) {
    return [...(faults ?? none), { path: ['metadata'], message: 'metadata must be an object' }]
  }
  return faults ?? none
}

/** Values of one mapping or list that are wrong in the same way are one fault, at the first of them. */
function oneForEachKind(problems: readonly TypeProblem[]): ShapeFault[] {
  const groups = Map.groupBy(problems, ({ path, expected }) => JSON.stringify([path.slice(0, -1), expected]))
  return [...groups.values()].flatMap(([first, ...more]) => {
    if (first === undefined) return []
    const { path, expected, actual } = first
    const others = more.length === 0 ? '' : `, and ${more.length} more beside it`
    const advice = adviceOn(first)
    return [{ path, message: `${formatPath(path)} must be ${expected}, not ${actual}${others}${advice}` }]
  })
}

function adviceOn({ path, expected, actual }: TypeProblem): string {
  if (expected === 'a string' && unquoted.test(actual)) return ': put it in quotes'
  return expected === 'base64' && path[0] === 'data' ? ': encode it, or write it under stringData as it is' : ''
}
