import { accessOf } from '../../access/access.ts'
import type { AccessBinding, BoundSubject } from '../../access/bindings.ts'
import { builtInRolesByKey, roleKey } from '../../access/built-in.ts'
import { personaOf } from '../../access/subject.ts'
import type { Resource } from '../../estate/resource.ts'
import { fails, passes, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { accessKinds } from '../judging/grant-analysis.ts'
import { subjectWords } from '../judging/grant-words.ts'

/** Whom bindings of one kind of subject each give a role; bindings that mix them have a control of their own. */
interface RoleUsers {
  people: BoundSubject[]
  accounts: BoundSubject[]
}

function usersOfRoles(bindings: readonly AccessBinding[]): ReadonlyMap<Resource, RoleUsers> {
  const byRole = new Map<Resource, RoleUsers>()
  for (const { role, subjects } of bindings) {
    const resource = role?.resource ?? null
    if (resource === null) continue
    const people = subjects.filter(({ subject }) => personaOf(subject) === 'person')
    const accounts = subjects.filter(({ subject }) => personaOf(subject) === 'service account')
    if (people.length > 0 && accounts.length > 0) continue
    const users = byRole.get(resource) ?? { people: [], accounts: [] }
    for (const one of people) users.people.push(one)
    for (const one of accounts) users.accounts.push(one)
    byRole.set(resource, users)
  }
  return byRole
}

/** `view` and others that Kubernetes ships are meant for whoever needs just that. */
function isBuiltIn(name: string): boolean {
  return builtInRolesByKey().has(roleKey(null, name))
}

export const sharedRole = defineControl({
  id: 'shared-role',
  title: 'A role is for people or for programs, not for both',
  severity: 'low',
  why: 'A role that serves people and programs grows with the needs of either, and each then has what the other needs. Found where bindings give one role of your own to users or groups of people and to service accounts.',
  remedy:
    'Copy the role, bind one to the people and the other to the service accounts, and remove from each what it does not need.',
  maps: {
    guide: ['access.unique-roles'],
    nsa: ['3.12'],
    attack: ['T1078'],
    microsoft: ['MS-TA9019'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  analyse: {
    reads: accessKinds,
    *judge(estate): Generator<Verdict> {
      const users = usersOfRoles(accessOf(estate).bindings)
      for (const { resource, kind, name } of accessOf(estate).roles.all) {
        if (resource === null || isBuiltIn(name)) continue
        const { people = [], accounts = [] } = users.get(resource) ?? {}
        yield people.length === 0 || accounts.length === 0
          ? passes(resource)
          : fails(resource, `${kind} "${name}" is bound to ${subjectWords(people)}, and to ${subjectWords(accounts)}`, {
              path: ['metadata', 'name']
            })
      }
    }
  },
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: reader
      rules:
        - apiGroups: ['']
          resources: [pods]
          verbs: [get]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: people
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: reader
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: Group
          name: developers
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: others
        namespace: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: reader
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: User
          name: alice
      `
    ],
    fail: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: reader
      rules:
        - apiGroups: ['']
          resources: [pods]
          verbs: [get]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: people
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: reader
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: Group
          name: developers
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: programs
        namespace: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: reader
      subjects:
        - kind: ServiceAccount
          name: web
          namespace: shop
      `
    ]
  }
})
