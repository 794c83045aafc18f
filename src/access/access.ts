import type { Estate } from '../estate/estate.ts'
import { type AccessBinding, type BoundSubject, readBindings } from './bindings.ts'
import { type AccessRequest, ruleAllows } from './policy-rule.ts'
import { type AccessRole, type RoleRule, Roles } from './roles.ts'
import { groupKey, type Identity, mastersGroup, type Subject, subjectKey, userKey } from './subject.ts'

/** One thing that a subject was granted, and by what. */
export interface Grant {
  readonly subject: Subject
  readonly binding: AccessBinding
  readonly role: AccessRole
  readonly rule: RoleRule
}

/** A binding as one of its subjects sees it. */
export interface SubjectBinding {
  readonly binding: AccessBinding
  readonly bound: BoundSubject
}

/**
 * Who may do what in an estate, by its roles and bindings: what the API server's RBAC authorizer would say. Other
 * authorizers (that of nodes, webhooks) may allow more.
 */
export class Access {
  readonly roles: Roles
  readonly bindings: readonly AccessBinding[]
  #bySubject: ReadonlyMap<string, readonly SubjectBinding[]> | undefined
  #byAccount: ReadonlyMap<string, readonly SubjectBinding[]> | undefined

  constructor(estate: Estate) {
    this.roles = new Roles(estate)
    this.bindings = readBindings(estate, this.roles)
  }

  /** The bindings that name exactly this subject; not those of groups that it belongs to. */
  bindingsOf(subject: Subject): readonly SubjectBinding[] {
    return this.#subjects().get(subjectKey(subject)) ?? []
  }

  /** Every rule that somebody with this name and these groups was granted. */
  grantsOf(identity: Identity): Grant[] {
    return this.bindingsFor(identity).flatMap(({ binding, bound }) =>
      (binding.role?.rules ?? []).flatMap((rule) =>
        binding.role === null ? [] : [{ subject: bound.subject, binding, role: binding.role, rule }]
      )
    )
  }

  /** What allows a request; null where nothing does. `everything` stands for the group that is never checked. */
  allows(identity: Identity, request: AccessRequest): Grant | 'everything' | null {
    if (identity.groups.includes(mastersGroup)) return 'everything'
    for (const { binding, bound } of this.bindingsFor(identity)) {
      const rule = allowingRule(binding, request)
      if (rule !== undefined && binding.role !== null)
        return { subject: bound.subject, binding, role: binding.role, rule }
    }
    return null
  }

  /** Every subject that is granted what a request asks for, once for each binding. Groups are not followed to members. */
  whoCan(request: AccessRequest): Grant[] {
    const byRole = new Map<AccessRole, RoleRule | undefined>()
    return this.bindings.flatMap((binding) => {
      const { role } = binding
      if (role === null || !reaches(binding, request)) return []
      if (!byRole.has(role)) byRole.set(role, allowing(role, request))
      const rule = byRole.get(role)
      return rule === undefined ? [] : binding.subjects.map(({ subject }) => ({ subject, binding, role, rule }))
    })
  }

  /** The bindings by which somebody with this name and these groups is granted something. */
  bindingsFor({ user, groups }: Identity): SubjectBinding[] {
    const subjects = this.#subjects()
    return [userKey(user), ...new Set(groups.map(groupKey))].flatMap((key) => subjects.get(key) ?? [])
  }

  /** The bindings of every service account of that name, whatever its namespace. */
  accountBindings(name: string): readonly SubjectBinding[] {
    if (this.#byAccount === undefined) {
      const byAccount = new Map<string, SubjectBinding[]>()
      for (const binding of this.bindings) {
        for (const bound of binding.subjects) {
          const { subject } = bound
          if (subject.kind === 'ServiceAccount') put(byAccount, subject.name, { binding, bound })
        }
      }
      this.#byAccount = byAccount
    }
    return this.#byAccount.get(name) ?? []
  }

  #subjects(): ReadonlyMap<string, readonly SubjectBinding[]> {
    if (this.#bySubject === undefined) {
      const bySubject = new Map<string, SubjectBinding[]>()
      for (const binding of this.bindings) {
        for (const bound of binding.subjects) {
          put(bySubject, subjectKey(bound.subject), { binding, bound })
        }
      }
      this.#bySubject = bySubject
    }
    return this.#bySubject
  }
}

const known = new WeakMap<Estate, Access>()

/** The access of an estate, computed once: to be asked when everything was read. */
export function accessOf(estate: Estate): Access {
  let access = known.get(estate)
  if (access === undefined) {
    access = new Access(estate)
    known.set(estate, access)
  }
  return access
}

function allowingRule(binding: AccessBinding, request: AccessRequest): RoleRule | undefined {
  return binding.role === null || !reaches(binding, request) ? undefined : allowing(binding.role, request)
}

function allowing({ rules }: AccessRole, request: AccessRequest): RoleRule | undefined {
  return rules.find(({ rule }) => ruleAllows(rule, request))
}

/** A RoleBinding reaches what is in its namespace: no cluster-scoped object, no URL. */
function reaches({ scope, namespace }: AccessBinding, request: AccessRequest): boolean {
  if (scope === 'cluster') return true
  return !('url' in request) && request.namespace !== '' && request.namespace === namespace
}

function put(map: Map<string, SubjectBinding[]>, key: string, value: SubjectBinding): void {
  const own = map.get(key)
  if (own === undefined) map.set(key, [value])
  else own.push(value)
}
