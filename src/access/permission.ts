import { coversResource, holds, type PolicyRule } from './policy-rule.ts'
import type { AccessRole, RoleRule } from './roles.ts'

/** Something that a role can allow: any of these verbs on one resource. */
export interface Permission {
  readonly verbs: readonly string[]
  /** Empty for the core group. */
  readonly group: string
  /** With its subresource: `pods`, `pods/exec`. */
  readonly resource: string
  /** False for what is in no namespace: a RoleBinding cannot grant it. */
  readonly namespaced: boolean
  /**
   * A rule that is limited to named objects gives the permission only where it names one of these; where this is left
   * out, such a rule is narrow enough never to count.
   */
  readonly names?: readonly string[]
}

/** A rule that gives a permission, and the verbs of it that it gives. */
export interface Given {
  readonly permission: Permission
  readonly verbs: readonly string[]
  readonly rule: RoleRule
}

/** Which of the permissions a role gives: each by the first rule that gives it, with all verbs that any gives. */
export function givenBy({ rules }: AccessRole, permissions: readonly Permission[]): Given[] {
  const all: Given[] = []
  for (const permission of permissions) {
    let first: RoleRule | undefined
    let giving: RoleRule[] | undefined
    // Nearly no rule gives any of them, so nothing is made before one does.
    for (let index = 0; index < rules.length; index++) {
      const each = rules[index]
      if (each === undefined || !gives(each.rule, permission)) continue
      first ??= each
      giving ??= []
      giving.push(each)
    }
    if (first === undefined) continue
    const verbs = permission.verbs.filter((verb) => giving?.some(({ rule }) => holds(rule.verbs, verb)))
    all.push({ permission, verbs, rule: first })
  }
  return all
}

/** True where a rule gives some verb of the permission. */
function gives(rule: PolicyRule, { verbs, group, resource, names }: Permission): boolean {
  if (!holds(rule.apiGroups, group) || !coversResource(rule, resource)) return false
  if (rule.resourceNames.length > 0 && !rule.resourceNames.some((name) => names?.includes(name) === true)) return false
  for (let index = 0; index < verbs.length; index++) if (holds(rule.verbs, verbs[index] ?? '')) return true
  return false
}

const fullVerbs = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete']

/** The rule by which a role allows to read and write whatever there is, as `cluster-admin` does; undefined without one. */
export function ruleForEverything({ rules }: AccessRole): RoleRule | undefined {
  return rules.find(
    ({ rule }) =>
      rule.resourceNames.length === 0 &&
      rule.apiGroups.includes('*') &&
      rule.resources.includes('*') &&
      fullVerbs.every((verb) => holds(rule.verbs, verb))
  )
}
