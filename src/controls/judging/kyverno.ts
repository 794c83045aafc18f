import type { Estate } from '../../estate/estate.ts'
import { isMapping, type Mapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import { type Labels, labelSelector } from '../../estate/selectors.ts'
import { type Coverage, narrowest, widest, without } from './coverage.ts'
import { matchesWildcard } from './wildcard.ts'

/** The kinds of Kyverno that decide whether pods are checked. */
export const kyvernoKinds: readonly string[] = ['ClusterPolicy', 'Policy', 'PolicyException']

const group = 'kyverno.io'

/** A policy of Kyverno that refuses what is not secured, and the pods of a namespace that it is about. */
export interface KyvernoPolicy {
  readonly what: string
  covers(namespace: string, labels: Labels): Coverage
}

/**
 * The policies of Kyverno that refuse pods for how they are secured, with what their rules match and exclude and what
 * exceptions take from them.
 * @see https://kyverno.io/docs/policy-types/cluster-policy/match-exclude/
 */
export function kyvernoPolicies(estate: Estate): KyvernoPolicy[] {
  const exceptions = estate.ofKind('PolicyException', group)
  return ['ClusterPolicy', 'Policy'].flatMap((kind) =>
    estate.ofKind(kind, group).flatMap((policy): KyvernoPolicy[] => {
      const rules = securingRules(policy.object)
      if (rules.length === 0 || failsOpen(policy.object)) return []
      return [
        {
          what: `Kyverno's policy "${policy.name ?? ''}"`,
          covers(namespace, labels) {
            if (kind === 'Policy' && (policy.namespace ?? 'default') !== namespace) return 'none'
            return widest(rules.map((rule) => coverageOf(rule, policy, exceptions, namespace, labels)))
          }
        }
      ]
    })
  )
}

/** Where Kyverno does not answer, its policy holds no longer. */
function failsOpen({ spec }: Mapping): boolean {
  const own = isMapping(spec) ? spec : {}
  const webhook = mappingAt(own, 'webhookConfiguration') ?? {}
  return (stringAt(webhook, 'failurePolicy') ?? stringAt(own, 'failurePolicy') ?? 'Fail') !== 'Fail'
}

function securingRules(object: Mapping): Mapping[] {
  const spec = mappingAt(object, 'spec') ?? {}
  const enforced = /^enforce$/i.test(String(spec.validationFailureAction ?? ''))
  return mappings(spec.rules).filter((rule) => {
    if (!isMapping(rule.validate)) return false
    const own = rule.validate.failureAction
    const secures =
      'podSecurity' in rule.validate ||
      /securityContext|privileged|host(?:Network|Path|PID|IPC)/.test(JSON.stringify(rule.validate))
    return secures && (own === undefined ? enforced : /^enforce$/i.test(String(own)))
  })
}

function coverageOf(
  rule: Mapping,
  policy: Resource,
  exceptions: readonly Resource[],
  namespace: string,
  labels: Labels
): Coverage {
  const matched = matchCoverage(rule.match, namespace, labels)
  const excluded = rule.exclude === undefined ? 'none' : matchCoverage(rule.exclude, namespace, labels)
  const excepted = exceptions
    .filter((exception) => isAbout(exception, policy, stringAt(rule, 'name')))
    .map(({ object }) => {
      const spec = mappingAt(object, 'spec') ?? {}
      // What an exception lets pass on conditions, or of some checks alone, is less than everything.
      const isPartial = spec.conditions !== undefined || spec.podSecurity !== undefined
      const covers = matchCoverage(spec.match, namespace, labels)
      return isPartial ? narrowest([covers, 'some']) : covers
    })
  const left = [excluded, ...excepted].reduce<Coverage>(without, matched)
  return rule.preconditions === undefined ? left : narrowest([left, 'some'])
}

function isAbout({ object }: Resource, policy: Resource, rule: string | null): boolean {
  const name = policy.namespace === null ? policy.name : `${policy.namespace}/${policy.name}`
  return mappings(mappingAt(object, 'spec')?.exceptions).some(({ policyName, ruleNames }) => {
    if (policyName !== name && policyName !== policy.name) return false
    if (!Array.isArray(ruleNames)) return false
    return ruleNames.some((one) => typeof one === 'string' && matchesWildcard(one, rule ?? ''))
  })
}

/** `any` of several filters, `all` of them, or the one filter that stands there itself. */
function matchCoverage(match: unknown, namespace: string, labels: Labels): Coverage {
  if (!isMapping(match)) return 'none'
  const cover = (filter: Mapping): Coverage => filterCoverage(filter, namespace, labels)
  if (Array.isArray(match.any)) return widest(mappings(match.any).map(cover))
  if (Array.isArray(match.all)) return narrowest(mappings(match.all).map(cover))
  return isMapping(match.resources) || isWho(match) ? cover(match) : 'none'
}

function isWho({ subjects, roles, clusterRoles }: Mapping): boolean {
  return [subjects, roles, clusterRoles].some((list) => Array.isArray(list) && list.length > 0)
}

/** A filter that names nothing of pods is about all kinds, as one for subjects alone is. */
function filterCoverage(filter: Mapping, namespace: string, labels: Labels): Coverage {
  const resources = mappingAt(filter, 'resources') ?? {}
  const { kinds, namespaces, namespaceSelector, operations } = resources
  if (Array.isArray(kinds) && kinds.length > 0 && !kinds.some(isPodKind)) return 'none'
  if (isFilled(namespaces) && !namespaces.some((one) => matchesWildcard(String(one), namespace))) return 'none'
  if (isMapping(namespaceSelector)) {
    const selects = labelSelector(namespaceSelector)
    if (typeof selects !== 'function') return 'some'
    if (!selects({ ...labels, 'kubernetes.io/metadata.name': namespace })) return 'none'
  }
  if (isFilled(operations) && !operations.includes('CREATE')) return 'none'
  return isWho(filter) || isAboutSome(resources) ? 'some' : 'all'
}

/** It goes by names, labels or annotations of objects. */
function isAboutSome({ name, names, selector, annotations }: Mapping): boolean {
  const all = [...(typeof name === 'string' ? [name] : []), ...(isFilled(names) ? names : [])]
  if (all.length > 0 && !all.includes('*')) return true
  if (isMapping(annotations) && Object.keys(annotations).length > 0) return true
  return isMapping(selector) && Object.keys(selector).length > 0
}

/** `Pod`, `v1/Pod`, `*` and the like. */
function isPodKind(kind: unknown): boolean {
  return typeof kind === 'string' && /^(?:\*|\*\/\*|(?:(?:\*|v1|core\/v1|\*\/v1|\*\/\*)\/)?Pod)$/.test(kind)
}

function isFilled(list: unknown): list is readonly unknown[] {
  return Array.isArray(list) && list.length > 0
}

function mappings(list: unknown): Mapping[] {
  return Array.isArray(list) ? list.filter(isMapping) : []
}
