/**
 * Finds what the API server's typed decoding refuses: values of a wrong type or form. Null counts as absent, as it
 * does there. Which fields there are is not judged.
 */
import { type ApiType, type FieldType, rootType } from './api-types.ts'
import { actualText, expectedText, isScalar } from './expectation.ts'

/** A value that the API server would not decode. */
export interface TypeProblem {
  /** Keys and indexes from the object down to the value. */
  readonly path: readonly (string | number)[]
  /** Such as `a string`. */
  readonly expected: string
  /** Such as `a list`. */
  readonly actual: string
}

type Mapping = Readonly<Record<string, unknown>>

/** Further problems are not listed: the object is not meant as one of its type. */
const maxProblems = 100

/**
 * The problems of an object of a built-in kind, told by its `apiVersion` and `kind`; none for other kinds.
 * That it has no `spec` is one where the API server asks for something in it.
 */
export function validateResource(resource: Mapping): TypeProblem[] {
  const { apiVersion, kind } = resource
  const type = typeof apiVersion === 'string' && typeof kind === 'string' ? rootType(apiVersion, kind) : undefined
  if (type === undefined) return []
  const missing = problemOfAbsentSpec(type, resource)
  return missing === undefined ? validateObject(type, resource) : [missing, ...validateObject(type, resource)]
}

/** The problems of an object of a type, in no order. Takes time linear in the object, and a bounded stack for its depth. */
export function validateObject(type: ApiType, object: Mapping): TypeProblem[] {
  const run: Run = { problems: [], steps: [], deeper: [] }
  visit(run, object, { kind: 'object', type })
  for (let part = run.deeper.pop(); part !== undefined; part = run.deeper.pop()) {
    if (run.problems.length >= maxProblems) break
    run.steps = part.steps
    visit(run, part.value, part.type)
  }
  return run.problems
}

/** Steps below one call of {@link visit} that are followed by recursion; what lies deeper waits for its turn. */
const recursionLimit = 100

/** A list or object that waits to be looked into. */
interface Part {
  readonly value: object
  readonly type: FieldType
  readonly steps: Steps
}

/** Keys and indexes from the object down to where the run is. */
type Steps = (string | number)[]

interface Run {
  readonly problems: TypeProblem[]
  readonly deeper: Part[]
  steps: Steps
}

function visit(run: Run, value: object, type: FieldType): void {
  if (type.kind === 'object') visitFields(run, value as Mapping, type.type)
  else if (type.kind === 'map') visitValues(run, value as Mapping, type.value)
  else if (type.kind === 'list') visitElements(run, value as readonly unknown[], type.element)
}

function visitFields(run: Run, value: Mapping, { fields }: ApiType): void {
  for (const key in value) {
    const field = fields.get(key)
    if (field !== undefined) check(run, field.type, value[key], key)
  }
}

function visitValues(run: Run, value: Mapping, type: FieldType): void {
  for (const key in value) check(run, type, value[key], key)
}

function visitElements(run: Run, list: readonly unknown[], type: FieldType): void {
  for (let i = 0; i < list.length; i++) check(run, type, list[i], i)
}

function check(run: Run, type: FieldType, value: unknown, step: string | number): void {
  const { kind } = type
  // First what nearly every value is.
  if (kind === 'string' && typeof value === 'string') return
  if (value === null || value === undefined) return
  if (kind === 'object' || kind === 'map' || kind === 'list') {
    if (typeof value === 'object' && Array.isArray(value) === (kind === 'list')) {
      descend(run, type, value, step)
      return
    }
  } else if (isScalar(value, kind)) return
  if (run.problems.length >= maxProblems) return
  run.problems.push({
    path: [...run.steps, step],
    expected: expectedText(type),
    actual: actualText(type, value)
  })
}

function descend(run: Run, type: FieldType, value: object, step: string | number): void {
  const { steps } = run
  steps.push(step)
  if (steps.length % recursionLimit === 0) run.deeper.push({ value, type, steps: [...steps] })
  else visit(run, value, type)
  steps.pop()
}

/** Specs that require a list, but take an empty one. */
const emptySpecs = new Set(['io.k8s.api.core.v1.LimitRangeSpec', 'io.k8s.api.storage.v1.CSINodeSpec'])

function problemOfAbsentSpec(type: ApiType, resource: Mapping): TypeProblem | undefined {
  const spec = type.fields.get('spec')?.type
  if (spec?.kind !== 'object' || (resource.spec !== null && resource.spec !== undefined)) return undefined
  const isNeeded = !emptySpecs.has(spec.type.name) && [...spec.type.fields.values()].some(({ required }) => required)
  if (!isNeeded) return undefined
  return { path: ['spec'], expected: expectedText(spec), actual: actualText(spec, resource.spec) }
}
