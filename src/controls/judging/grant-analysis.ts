import { type Access, accessOf } from '../../access/access.ts'
import type { AccessBinding, BoundSubject } from '../../access/bindings.ts'
import { type Given, givenBy, type Permission } from '../../access/permission.ts'
import type { AccessRole } from '../../access/roles.ts'
import { mastersGroup } from '../../access/subject.ts'
import { type Analysis, fails, passes, type Verdict } from '../analysis.ts'
import { deedWords, roleWords, scopeWords, subjectWords } from './grant-words.ts'

/** The kinds that decide who may do what. */
export const accessKinds: readonly string[] = ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding']

/** Where a finding about what a binding grants points to. */
export const grantPath = ['roleRef', 'name']

export interface GrantCheck {
  readonly permissions: readonly Permission[]
  /** The bindings that it is about: of the whole cluster, of one namespace, or both where it is left out. */
  readonly scope?: AccessBinding['scope']
  /** The only namespace that it is about. */
  readonly namespace?: string
  /** How the message ends, where the danger is not plain from what is granted. */
  readonly consequence?: string
}

/**
 * Fails each binding that gives somebody one of the permissions, at its reference to the role. What Kubernetes grants
 * by itself passes.
 */
export function grantAnalysis({ permissions, scope, namespace, consequence = '' }: GrantCheck): Analysis {
  return bindingAnalysis(scope ?? null, (binding, role, subjects, memo) => {
    if (namespace !== undefined && binding.scope === 'namespace' && binding.namespace !== namespace) return null
    let given = memo.get(role)
    if (given === undefined) {
      given = givenBy(role, permissions)
      memo.set(role, given)
    }
    const own = binding.scope === 'cluster' ? given : given.filter(({ permission }) => permission.namespaced)
    return own.length === 0 ? null : grantProblem(binding, role, subjects, own) + consequence
  })
}

/** What is wrong with what a binding grants to those subjects; null where nothing is. */
type JudgeGrant = (
  binding: AccessBinding,
  role: AccessRole,
  subjects: readonly BoundSubject[],
  memo: Map<AccessRole, readonly Given[]>,
  access: Access
) => string | null

/** Judges each binding whose role is known, by what it grants beyond what Kubernetes grants by itself. */
export function bindingAnalysis(scope: AccessBinding['scope'] | null, judgeGrant: JudgeGrant): Analysis {
  return {
    reads: accessKinds,
    *judge(estate): Generator<Verdict> {
      const memo = new Map<AccessRole, readonly Given[]>()
      const access = accessOf(estate)
      for (const binding of access.bindings) {
        const { role, resource } = binding
        if (role === null || (scope !== null && binding.scope !== scope)) continue
        const subjects = binding.subjects.filter(isJudged)
        const problem = subjects.length === 0 ? null : judgeGrant(binding, role, subjects, memo, access)
        yield problem === null ? passes(resource) : fails(resource, problem, { path: grantPath })
      }
    }
  }
}

/** `system:masters` may do everything whatever it is granted, and has a control of its own. */
function isJudged({ subject, builtIn }: BoundSubject): boolean {
  return !builtIn && !(subject.kind === 'Group' && subject.name === mastersGroup)
}

/** `Group developers may create pods in namespace "shop" through Role "web" (rules[0])`. */
export function grantProblem(
  binding: AccessBinding,
  role: AccessRole,
  subjects: readonly BoundSubject[],
  given: readonly Given[]
): string {
  const where = given.some(({ permission }) => permission.namespaced) ? ` ${scopeWords(binding)}` : ''
  const through = roleWords(
    role,
    given.map(({ rule }) => rule)
  )
  return `${subjectWords(subjects)} may ${deedWords(given)}${where} through ${through}`
}
