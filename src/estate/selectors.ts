import { isMapping, type Mapping, mappingAt } from './mapping.ts'
import type { Path } from './path.ts'
import type { Resource } from './resource.ts'

/** Labels of an object or a pod template. */
export type Labels = Readonly<Record<string, unknown>>

/** A label selector ready to be asked. */
export type LabelMatcher = (labels: Labels) => boolean

/** Why a selector is not valid, and where in it. The API server would refuse it. */
export interface SelectorProblem {
  readonly problem: string
  readonly path: Path
}

const everything: LabelMatcher = () => true
const nothing: LabelMatcher = () => false
const noLabels: Labels = Object.freeze({})

/**
 * Compiles a `LabelSelector` (`matchLabels` and `matchExpressions`, all of which must hold). As in
 * k8s.io/apimachinery: an empty selector selects everything, an absent one nothing.
 */
export function labelSelector(selector: unknown): LabelMatcher | SelectorProblem {
  if (selector === undefined || selector === null) return nothing
  if (!isMapping(selector)) return { problem: 'a label selector must be a mapping', path: [] }
  const labels = equalities(selector.matchLabels, ['matchLabels'])
  if (!Array.isArray(labels)) return labels
  const expressions = requirements(selector.matchExpressions)
  if (!Array.isArray(expressions)) return expressions
  return all([...labels, ...expressions])
}

/**
 * Compiles a plain map of labels, as a Service or ReplicationController has it. As there, an empty one selects nothing.
 */
export function mapSelector(selector: unknown): LabelMatcher | SelectorProblem {
  if (selector === undefined || selector === null) return nothing
  const labels = equalities(selector, [])
  if (!Array.isArray(labels)) return labels
  return labels.length === 0 ? nothing : all(labels)
}

/** An object's own labels. */
export function labelsOf(resource: Resource): Labels {
  const metadata = mappingAt(resource.object, 'metadata')
  return labelsIn(metadata)
}

/** The labels in a metadata mapping, such as a pod template's. */
export function labelsIn(metadata: Mapping | undefined): Labels {
  return (metadata === undefined ? undefined : mappingAt(metadata, 'labels')) ?? noLabels
}

function all(matchers: readonly LabelMatcher[]): LabelMatcher {
  const [only] = matchers
  if (only === undefined) return everything
  if (matchers.length === 1) return only
  return (labels) => matchers.every((matches) => matches(labels))
}

function equalities(map: unknown, path: Path): LabelMatcher[] | SelectorProblem {
  if (map === undefined || map === null) return []
  if (!isMapping(map)) return { problem: 'labels must be a mapping', path }
  const matchers: LabelMatcher[] = []
  for (const [key, value] of Object.entries(map)) {
    if (typeof value !== 'string')
      return { problem: `the value of label ${key} must be a string`, path: [...path, key] }
    matchers.push((labels) => hasOneOf(labels, key, [value]))
  }
  return matchers
}

function requirements(list: unknown): LabelMatcher[] | SelectorProblem {
  if (list === undefined || list === null) return []
  if (!Array.isArray(list)) return { problem: 'matchExpressions must be a list', path: ['matchExpressions'] }
  const matchers: LabelMatcher[] = []
  for (const [index, expression] of list.entries()) {
    const matcher = requirement(expression)
    if (typeof matcher === 'string') return { problem: matcher, path: ['matchExpressions', index] }
    matchers.push(matcher)
  }
  return matchers
}

/** One expression, or what is wrong with it. A label that is absent satisfies `NotIn`. */
function requirement(expression: unknown): LabelMatcher | string {
  if (!isMapping(expression)) return 'an expression must be a mapping'
  const { key, operator } = expression
  if (typeof key !== 'string' || key === '') return 'an expression needs a key'
  const values = expression.values ?? []
  if (!Array.isArray(values)) return 'values must be a list'
  switch (operator) {
    case 'In':
      return values.length === 0 ? 'In needs values' : (labels) => hasOneOf(labels, key, values)
    case 'NotIn':
      return values.length === 0 ? 'NotIn needs values' : (labels) => !hasOneOf(labels, key, values)
    case 'Exists':
      return values.length > 0 ? 'Exists takes no values' : (labels) => Object.hasOwn(labels, key)
    case 'DoesNotExist':
      return values.length > 0 ? 'DoesNotExist takes no values' : (labels) => !Object.hasOwn(labels, key)
    default:
      return `operator ${JSON.stringify(operator) ?? ''} is none of In, NotIn, Exists, DoesNotExist`
  }
}

function hasOneOf(labels: Labels, key: string, values: readonly unknown[]): boolean {
  return Object.hasOwn(labels, key) && values.includes(labels[key])
}
