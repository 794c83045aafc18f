import { isMapping } from '../estate/mapping.ts'

/** One rule of a role. A list that is absent is empty. */
export interface PolicyRule {
  readonly verbs: readonly string[]
  /** The core group is the empty string. */
  readonly apiGroups: readonly string[]
  /** `pods`, `pods/exec`, `*` or `*` with a subresource. */
  readonly resources: readonly string[]
  /** Empty for all names. */
  readonly resourceNames: readonly string[]
  readonly nonResourceURLs: readonly string[]
}

/** What a user asks the API server for: verbs are the API's own, lower case. */
export type AccessRequest = ResourceRequest | UrlRequest

export interface ResourceRequest {
  readonly verb: string
  readonly group: string
  readonly resource: string
  /** Empty for the resource itself. */
  readonly subresource: string
  /** Empty where the request names no object: `list`, `watch`, `create`, `deletecollection`. */
  readonly name: string
  /** Empty for all namespaces, and for what is in none. */
  readonly namespace: string
}

export interface UrlRequest {
  readonly verb: string
  readonly url: string
}

const none: readonly string[] = Object.freeze([])

/** The rules of a Role or ClusterRole as far as they are well formed, each at its own index. */
export function policyRules(rules: unknown): PolicyRule[] {
  if (!Array.isArray(rules)) return []
  return rules.map((rule: unknown) => {
    const fields = isMapping(rule) ? rule : {}
    return {
      verbs: strings(fields.verbs),
      apiGroups: strings(fields.apiGroups),
      resources: strings(fields.resources),
      resourceNames: strings(fields.resourceNames),
      nonResourceURLs: strings(fields.nonResourceURLs)
    }
  })
}

/** The list itself where nothing is wrong with it, since roles are most of what an estate keeps. */
function strings(list: unknown): readonly string[] {
  if (!Array.isArray(list)) return none
  return list.every(isString) ? list : list.filter(isString)
}

function isString(item: unknown): item is string {
  return typeof item === 'string'
}

/** True where the rule allows the request (`RuleAllows` of the API server's RBAC authorizer). */
export function ruleAllows(rule: PolicyRule, request: AccessRequest): boolean {
  if (!holds(rule.verbs, request.verb)) return false
  if ('url' in request) return rule.nonResourceURLs.some((pattern) => urlMatches(pattern, request.url))
  return (
    holds(rule.apiGroups, request.group) &&
    coversResource(
      rule,
      request.subresource === '' ? request.resource : `${request.resource}/${request.subresource}`
    ) &&
    (rule.resourceNames.length === 0 || rule.resourceNames.includes(request.name))
  )
}

/**
 * True where the rule is about the resource, whatever the verb and the name. `*` covers subresources, too; `pods` does
 * not cover `pods/exec`, and `pods/*` covers nothing: the only other pattern is `*` before one subresource.
 * @param resource With its subresource: `pods`, `pods/exec`.
 */
export function coversResource({ resources }: PolicyRule, resource: string): boolean {
  for (let index = 0; index < resources.length; index++) {
    const own = resources[index]
    if (own === resource || own === '*') return true
    if (own?.startsWith('*/') && own.slice(1) === resource.slice(resource.indexOf('/'))) return true
  }
  return false
}

/** True where a list names the value or everything. */
export function holds(list: readonly string[], value: string): boolean {
  // By index, and nothing made: every control about access asks this of every rule.
  for (let index = 0; index < list.length; index++) {
    const own = list[index]
    if (own === value || own === '*') return true
  }
  return false
}

/** `*` at the end of a pattern stands for any rest. */
function urlMatches(pattern: string, url: string): boolean {
  if (pattern === '*' || pattern === url) return true
  return pattern.endsWith('*') && url.startsWith(pattern.replace(/\*+$/, ''))
}
