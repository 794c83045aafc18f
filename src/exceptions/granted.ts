import { isMapping, type Mapping } from '../estate/mapping.ts'
import type { Path } from '../estate/path.ts'
import { makeResource, type Resource } from '../estate/resource.ts'
import { type Exception, type ExceptionSelector, endOf } from './exception.ts'

export const exceptionKind = 'HardeningException'
export const exceptionGroup = 'bulwark.dev'

/** An exception and where it was granted. */
export interface Granted {
  readonly exception: Exception
  /** What a finding about the exception itself is about. */
  readonly resource: Resource
  /** From the resource's root to the exception. */
  readonly path: Path
}

/** What is wrong with an exception, at a path from its root. */
export interface ExceptionProblem {
  readonly path: Path
  readonly message: string
}

/** The exceptions of a configuration, which has the right shape. `file` is its name as the user knows it. */
export function grantedInConfig(exceptions: readonly ConfiguredException[], file: string): Granted[] {
  return exceptions.map((configured, index) => {
    const exception = { ...configured, id: configured.id ?? `exception ${index + 1}` }
    const origin = { file, document: 0, prefix: ['exceptions', index] }
    const object = { metadata: { name: exception.id } }
    return { exception, resource: makeResource(`${exceptionGroup}/v1alpha1`, exceptionKind, object, origin), path: [] }
  })
}

/** As `bulwark.yaml` has it. */
export interface ConfiguredException extends Omit<Exception, 'id'> {
  readonly id?: string
}

/** The exception that a `HardeningException` of a cluster grants, or what is wrong with it. */
export function grantedInCluster(resource: Resource): Granted | readonly ExceptionProblem[] {
  const { spec } = resource.object
  if (!isMapping(spec)) return [{ path: ['spec'], message: 'spec is missing' }]
  const { controls, selector, reason, owner, expires } = spec
  const problems = shapeOf(spec)
  const read = { id: resource.name ?? '', controls, selector, reason, owner, expires } as Exception
  if (problems.length === 0) problems.push(...exceptionProblems(read))
  if (problems.length > 0) return problems.map(({ path, message }) => ({ path: ['spec', ...path], message }))
  return { exception: read, resource, path: ['spec'] }
}

function shapeOf({ controls, selector, reason, owner, expires }: Mapping): ExceptionProblem[] {
  const problems: ExceptionProblem[] = []
  if (!isTexts(controls)) problems.push({ path: ['controls'], message: 'controls must be a list of control ids' })
  for (const [key, value] of Object.entries({ reason, owner, expires })) {
    if (typeof value !== 'string') problems.push({ path: [key], message: `${key} is missing` })
  }
  if (!isMapping(selector)) return [...problems, { path: ['selector'], message: 'selector is missing' }]
  for (const key of ['namespaces', 'kinds', 'names', 'containers'] as const) {
    const value = selector[key]
    if (value !== undefined && !isTexts(value))
      problems.push({ path: ['selector', key], message: `${key} must be a list of names` })
  }
  const { labels } = selector
  if (labels !== undefined && !(isMapping(labels) && isTexts(Object.values(labels))))
    problems.push({ path: ['selector', 'labels'], message: 'labels must be a mapping of texts' })
  return problems
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

/** What no shape can say about an exception: that it has an end, a reason and a scope. */
export function exceptionProblems({
  controls,
  selector,
  reason,
  owner,
  expires
}: Omit<Exception, 'id'>): ExceptionProblem[] {
  const problems: ExceptionProblem[] = []
  if (controls.length === 0) problems.push({ path: ['controls'], message: 'an exception names its controls' })
  for (const [key, text] of Object.entries({ reason, owner })) {
    if (text.trim() === '')
      problems.push({ path: [key], message: `an exception needs ${key === 'reason' ? 'a reason' : 'an owner'}` })
  }
  if (endOf(expires) === undefined) {
    problems.push({ path: ['expires'], message: `expires cannot be "${expires}": write a day, like 2027-03-31` })
  }
  return [...problems, ...selectorProblems(selector)]
}

function selectorProblems({ labels, ...named }: ExceptionSelector): ExceptionProblem[] {
  const { namespaces = [] } = named
  if (labels !== undefined && (namespaces.length === 0 || namespaces.some((name) => name.includes('*')))) {
    const message = 'labels count within namespaces that are named in full: who creates an object chooses its labels'
    return [{ path: ['selector', 'labels'], message }]
  }
  if (labels === undefined && Object.values(named).every((list) => list === undefined)) {
    const message = 'selector must say which objects are meant: namespaces, kinds, names, labels or containers'
    return [{ path: ['selector'], message }]
  }
  return []
}
