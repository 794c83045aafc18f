import type { Estate } from '../estate/estate.ts'
import { mappingAt } from '../estate/mapping.ts'
import type { Resource } from '../estate/resource.ts'
import { type LabelMatcher, type Labels, labelSelector, labelsOf } from '../estate/selectors.ts'
import { type BuiltInRole, builtInRolesByKey, roleKey } from './built-in.ts'
import { nearest } from './nearest.ts'
import { type PolicyRule, policyRules } from './policy-rule.ts'

export const rbacGroup = 'rbac.authorization.k8s.io'

/** A Role or ClusterRole with all that it allows. */
export interface AccessRole {
  readonly kind: 'Role' | 'ClusterRole'
  readonly name: string
  /** Null for a ClusterRole, and for a Role whose manifest leaves it open. */
  readonly namespace: string | null
  /** Null for a role that every cluster has and that was not read. */
  readonly resource: Resource | null
  /** Those that it aggregates from others included. */
  readonly rules: readonly RoleRule[]
}

/** A rule and where it is written. */
export interface RoleRule {
  readonly rule: PolicyRule
  /** The ClusterRole that a rule was aggregated from; null where it is the role's own. */
  readonly from: string | null
  /** In the role that it is written in. */
  readonly index: number
}

/** What a binding refers to. */
export interface RoleReference {
  readonly kind: string
  readonly name: string
}

/** A ClusterRole that was read, or one that every cluster has, before aggregation. */
interface RawRole {
  readonly name: string
  readonly resource: Resource | null
  readonly labels: Labels
  readonly rules: readonly PolicyRule[]
  /** One of which selects what it aggregates; null where it aggregates nothing. */
  readonly selectors: readonly LabelMatcher[] | null
}

/** The roles of an estate. Each is resolved once, when it is asked for. */
export class Roles {
  readonly #estate: Estate
  readonly #byResource = new Map<Resource, AccessRole>()
  readonly #builtIn = new Map<string, AccessRole>()
  #clusterRoles: readonly RawRole[] | undefined

  constructor(estate: Estate) {
    this.#estate = estate
  }

  /** All that were read. */
  get all(): readonly AccessRole[] {
    return [...this.#estate.ofKind('ClusterRole', rbacGroup), ...this.#estate.ofKind('Role', rbacGroup)].map((role) =>
      this.#resolved(role)
    )
  }

  /**
   * The role that a binding grants. Null where it does not exist in a running cluster, or is not among what was read of
   * files and not one that every cluster has.
   */
  of(binding: Resource, { kind, name }: RoleReference): AccessRole | null {
    if (kind !== 'ClusterRole' && kind !== 'Role') return null
    const namespace = kind === 'ClusterRole' ? null : binding.namespace
    const found = nearest(this.#named(kind, namespace, name), binding)
    if (found !== undefined) return this.#resolved(found)
    // In a cluster, one that is not there has been deleted.
    if (binding.origin.file === null) return null
    const known = builtInRolesByKey().get(roleKey(namespace, name))
    return known === undefined ? null : this.#resolvedBuiltIn(kind, known)
  }

  /** In files, a Role without a namespace is applied with the binding. */
  #named(kind: string, namespace: string | null, name: string): readonly Resource[] {
    const exact = this.#estate.named({ kind, namespace, name, group: rbacGroup })
    if (exact.length > 0 || kind === 'ClusterRole' || namespace === null) return exact
    return this.#estate.named({ kind, namespace: null, name, group: rbacGroup })
  }

  #resolved(resource: Resource): AccessRole {
    let role = this.#byResource.get(resource)
    if (role === undefined) {
      const raw = rawRole(resource)
      const rules = this.#rules(raw, new Set([raw.name]))
      const kind = resource.kind === 'Role' ? 'Role' : 'ClusterRole'
      role = { kind, name: raw.name, namespace: resource.namespace, resource, rules }
      this.#byResource.set(resource, role)
    }
    return role
  }

  #resolvedBuiltIn(kind: AccessRole['kind'], known: BuiltInRole): AccessRole {
    const key = roleKey(known.namespace, known.name)
    let role = this.#builtIn.get(key)
    if (role === undefined) {
      const rules = this.#rules(rawBuiltIn(known), new Set([known.name]))
      role = { kind, name: known.name, namespace: known.namespace, resource: null, rules }
      this.#builtIn.set(key, role)
    }
    return role
  }

  /**
   * A controller keeps the rules of an aggregating role; in files it has not filled them yet, and what stands there is
   * overwritten.
   * @param seen Names of the roles on the way here.
   */
  #rules(raw: RawRole, seen: ReadonlySet<string>): RoleRule[] {
    const { selectors, resource } = raw
    const isFilled = resource !== null && resource.origin.file === null
    if (selectors === null || isFilled) return raw.rules.map((rule, index) => ({ rule, from: null, index }))
    const parts = this.#allClusterRoles().filter(
      ({ name, labels }) => !seen.has(name) && selectors.some((matches) => matches(labels))
    )
    return parts.flatMap((part) =>
      this.#rules(part, new Set([...seen, part.name])).map((rule) => ({ ...rule, from: rule.from ?? part.name }))
    )
  }

  #allClusterRoles(): readonly RawRole[] {
    if (this.#clusterRoles === undefined) {
      const read = this.#estate.ofKind('ClusterRole', rbacGroup).map(rawRole)
      const names = new Set(read.map(({ name }) => name))
      const known = [...builtInRolesByKey().values()].filter(
        ({ namespace, name }) => namespace === null && !names.has(name)
      )
      this.#clusterRoles = [...known.map(rawBuiltIn), ...read]
    }
    return this.#clusterRoles
  }
}

function rawRole(resource: Resource): RawRole {
  const { object, name } = resource
  const aggregation = resource.kind === 'ClusterRole' ? mappingAt(object, 'aggregationRule') : undefined
  const selectors = aggregation?.clusterRoleSelectors
  return {
    name: name ?? '',
    resource,
    labels: labelsOf(resource),
    rules: policyRules(object.rules),
    selectors: Array.isArray(selectors) && selectors.length > 0 ? selectors.flatMap(matcherOf) : null
  }
}

/** A selector that the API server would refuse selects nothing. */
function matcherOf(selector: unknown): LabelMatcher[] {
  const matcher = labelSelector(selector)
  return typeof matcher === 'function' ? [matcher] : []
}

function rawBuiltIn({ name, labels, aggregates, rules }: BuiltInRole): RawRole {
  const selectors = aggregates.map(
    (label): LabelMatcher =>
      (own) =>
        own[label] === 'true'
  )
  return { name, resource: null, labels, rules, selectors: selectors.length === 0 ? null : selectors }
}
