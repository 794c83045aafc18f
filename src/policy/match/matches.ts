/**
 * Whether a policy or binding is about a request.
 *
 * Source: k8s.io/apiserver/pkg/admission/plugin/policy/matching and plugin/webhook/predicates 0.37.
 */
import { isMapping, type Mapping, mappingAt } from '../../estate/mapping.ts'
import { type LabelMatcher, type Labels, labelsIn } from '../../estate/selectors.ts'
import type { MatchResources, ResourceRule } from '../policy.ts'
import type { AdmissionRequest, ServedType } from '../request/request.ts'
import type { World } from '../world.ts'

/** The type by which a request is matched, `no`, or why that cannot be told. */
export type Match = { readonly type: ServedType } | 'no' | { readonly unknown: string }

export function matchRequest(match: MatchResources, request: AdmissionRequest, world: World): Match {
  const namespace = matchesNamespace(match, request, world)
  if (namespace === false) return 'no'
  if (match.objectSelector !== null && !matchesObject(match.objectSelector, request)) return 'no'
  if (matchingType(match.excludeResourceRules, match, request, world) !== null) return 'no'
  const type =
    match.resourceRules.length === 0 ? request.type : matchingType(match.resourceRules, match, request, world)
  if (type === null) return 'no'
  return namespace === true ? { type } : { unknown: namespace }
}

/** True, false, or why that cannot be told. Objects in no namespace always match, Namespaces by their own labels. */
function matchesNamespace(
  { namespaceSelector }: MatchResources,
  request: AdmissionRequest,
  world: World
): boolean | string {
  if (namespaceSelector === null) return true
  const isNamespace = request.type.resource === 'namespaces'
  if (request.namespace === '' && !isNamespace) return true
  if (isNamespace && request.object !== null && (request.operation === 'CREATE' || request.operation === 'UPDATE'))
    return namespaceSelector.matches(labelsIn(mappingAt(request.object, 'metadata')))
  const { object, unknown } = world.namespace(request.namespace)
  // Every namespace has the label of its name, whatever else is known of it.
  const onlyName = [...namespaceSelector.keys].every((key) => key === 'kubernetes.io/metadata.name')
  if (unknown !== null && !onlyName) return unknown
  return namespaceSelector.matches(labelsOfNamespace(object, request.namespace))
}

function labelsOfNamespace(object: Mapping | null, name: string): Labels {
  return { ...labelsIn(mappingAt(object ?? {}, 'metadata')), 'kubernetes.io/metadata.name': name }
}

function matchesObject(selector: LabelMatcher, { object, oldObject }: AdmissionRequest): boolean {
  return [object, oldObject].some((one) => isMapping(one) && selector(labelsIn(mappingAt(one, 'metadata'))))
}

/** The type by which one of the rules matches: the request's own, else one under which the same objects are served. */
function matchingType(
  rules: readonly ResourceRule[],
  { matchPolicy }: MatchResources,
  request: AdmissionRequest,
  world: World
): ServedType | null {
  if (rules.some((rule) => matchesRule(rule, request, request.type))) return request.type
  if (matchPolicy === 'Exact' || rules.length === 0) return null
  const equivalents = world.kinds.equivalents(request.type)
  for (const rule of rules) {
    const found = equivalents.find((type) => matchesRule(rule, request, type))
    if (found !== undefined) return found
  }
  return null
}

function matchesRule(rule: ResourceRule, request: AdmissionRequest, type: ServedType): boolean {
  const { scope, operations, apiGroups, apiVersions, resources, resourceNames } = rule
  return (
    matchesScope(scope, request, type) &&
    includes(operations, request.operation) &&
    includes(apiGroups, type.group) &&
    includes(apiVersions, type.version) &&
    resources.some((resource) => matchesResource(resource, type.resource, request.subresource)) &&
    (resourceNames.length === 0 || resourceNames.includes(request.name))
  )
}

function matchesScope(scope: ResourceRule['scope'], { namespace }: AdmissionRequest, type: ServedType): boolean {
  if (scope === '*') return true
  const isCluster = namespace === '' || (type.group === '' && type.version === 'v1' && type.resource === 'namespaces')
  return (scope === 'Cluster') === isCluster
}

function includes(items: readonly string[], wanted: string): boolean {
  return items.includes('*') || items.includes(wanted)
}

/** `pods` means the object alone, `pods/*` also what is below it. */
function matchesResource(rule: string, resource: string, subresource: string): boolean {
  const slash = rule.indexOf('/')
  const main = slash === -1 ? rule : rule.slice(0, slash)
  const sub = slash === -1 ? '' : rule.slice(slash + 1)
  return (main === '*' || main === resource) && (sub === '*' || sub === subresource)
}
