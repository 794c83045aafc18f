import { isMapping, type Mapping } from './mapping.ts'

/** How much of a request is recorded, from nothing to everything. */
export const auditLevels = ['None', 'Metadata', 'Request', 'RequestResponse'] as const
export type AuditLevel = (typeof auditLevels)[number]

/** A request for an object, as an audit policy sees it. */
export interface AuditedRequest {
  readonly user: string
  readonly groups: readonly string[]
  readonly verb: string
  /** Empty for the core group. */
  readonly group: string
  readonly resource: string
  /** Empty where the object itself is meant. */
  readonly subresource: string
  /** Empty for an object outside of namespaces. */
  readonly namespace: string
}

/** The level at which a policy records a request, and the rule that says so; null where none does. */
export interface AuditDecision {
  readonly level: AuditLevel
  readonly rule: number | null
}

/**
 * What becomes of a request: the first rule that matches decides, and what none matches is not recorded. As
 * k8s.io/apiserver/pkg/audit/policy/checker.go has it.
 */
export function auditDecision({ rules }: Mapping, request: AuditedRequest): AuditDecision {
  const list: readonly unknown[] = Array.isArray(rules) ? rules : []
  const index = list.findIndex((rule) => isMapping(rule) && matches(rule, request))
  const rule = list[index]
  if (!isMapping(rule)) return { level: 'None', rule: null }
  return { level: auditLevels.find((level) => level === rule.level) ?? 'None', rule: index }
}

function matches(rule: Mapping, request: AuditedRequest): boolean {
  const { users, userGroups, verbs, namespaces, resources, nonResourceURLs } = rule
  if (isGiven(users) && !users.includes(request.user)) return false
  if (isGiven(userGroups) && !request.groups.some((group) => userGroups.includes(group))) return false
  if (isGiven(verbs) && !verbs.includes(request.verb)) return false
  if (!isGiven(namespaces) && !isGiven(resources)) return !isGiven(nonResourceURLs)
  if (isGiven(namespaces) && !namespaces.includes(request.namespace)) return false
  return !isGiven(resources) || resources.some((one) => isMapping(one) && names(one, request))
}

function names({ group = '', resources, resourceNames }: Mapping, request: AuditedRequest): boolean {
  if (group !== request.group && group !== '*') return false
  if (!isGiven(resources)) return true
  // Requests for objects of certain names are other requests than those that are asked about here.
  if (isGiven(resourceNames)) return false
  const { resource, subresource } = request
  const combined = subresource === '' ? resource : `${resource}/${subresource}`
  return resources.some(
    (name) =>
      name === combined ||
      name === '*' ||
      name === `${resource}/*` ||
      (subresource !== '' && name === `*/${subresource}`)
  )
}

function isGiven(list: unknown): list is readonly unknown[] {
  return Array.isArray(list) && list.length > 0
}
