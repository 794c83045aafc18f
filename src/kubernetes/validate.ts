/**
 * Finds what the API server's typed decoding refuses: values of a wrong type or form. Null counts as absent, as it
 * does there. Which fields there are is not judged.
 */
import { type ApiType, type FieldType, type ObjectFieldType, rootType } from './api-types.ts'
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

/** The problems of an object of a type, in no order. Takes time linear in the object, and no stack for its depth. */
export function validateObject(type: ApiType, object: Mapping): TypeProblem[] {
  const run: Run = { pending: [], problems: [] }
  run.pending.push({ value: object, type: { kind: 'object', type }, parent: undefined, step: '' })
  for (let part = run.pending.pop(); part !== undefined; part = run.pending.pop()) {
    visit(run, part)
    if (run.problems.length >= maxProblems) break
  }
  return run.problems
}

/** A list or object that is to be looked into. */
interface Part {
  readonly value: object
  readonly type: FieldType
  readonly parent: Part | undefined
  /** Key or index in the parent. */
  readonly step: string | number
}

interface Run {
  readonly pending: Part[]
  readonly problems: TypeProblem[]
}

function visit(run: Run, part: Part): void {
  const { type } = part
  if (type.kind === 'object') visitFields(run, part, type)
  else if (type.kind === 'map') visitValues(run, part, type.value)
  else if (type.kind === 'list') visitElements(run, part, type.element)
}

function visitFields(run: Run, part: Part, { type }: ObjectFieldType): void {
  const value = part.value as Mapping
  const { fields } = type
  for (const key in value) {
    const field = fields.get(key)
    if (field !== undefined) check(run, part, field.type, value[key], key)
  }
}

function visitValues(run: Run, part: Part, type: FieldType): void {
  const value = part.value as Mapping
  for (const key in value) check(run, part, type, value[key], key)
}

function visitElements(run: Run, part: Part, type: FieldType): void {
  const list = part.value as readonly unknown[]
  for (let i = 0; i < list.length; i++) check(run, part, type, list[i], i)
}

function check(run: Run, parent: Part, type: FieldType, value: unknown, step: string | number): void {
  if (value === null || value === undefined) return
  const { kind } = type
  if (kind === 'object' || kind === 'map' || kind === 'list') {
    if (typeof value === 'object' && Array.isArray(value) === (kind === 'list')) {
      run.pending.push({ value, type, parent, step })
      return
    }
  } else if (isScalar(value, kind)) return
  if (run.problems.length >= maxProblems) return
  run.problems.push({ path: pathOf(parent, step), expected: expectedText(type), actual: actualText(type, value) })
}

function pathOf(parent: Part, step: string | number): (string | number)[] {
  const path = [step]
  for (let part = parent; part.parent !== undefined; part = part.parent) path.push(part.step)
  return path.reverse()
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
