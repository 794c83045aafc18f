import { type Access, accessOf } from '../../access/access.ts'
import type { AccessBinding } from '../../access/bindings.ts'
import { ruleForEverything } from '../../access/permission.ts'
import { mastersGroup, personaOf, type Subject } from '../../access/subject.ts'
import { fails, passes, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { accessKinds } from '../judging/grant-analysis.ts'
import { subjectWords } from '../judging/grant-words.ts'

function isAdmin({ scope, role }: AccessBinding): boolean {
  return scope === 'cluster' && role !== null && ruleForEverything(role) !== undefined
}

function isAdministrator(access: Access, subject: Subject): boolean {
  if (personaOf(subject) !== 'person' || subject.name === mastersGroup) return false
  return access.bindingsOf(subject).some(({ binding }) => isAdmin(binding))
}

export const administratorWithOtherRoles = defineControl({
  id: 'administrator-with-other-roles',
  title: 'Administrators do their daily work as somebody else',
  severity: 'low',
  why: 'Who is an administrator of the cluster and also has a role for daily work uses the powerful account for both. Found where a user or group is bound to everything in the cluster and to another role as well.',
  remedy: 'Give administrators a second account for daily work, or remove the binding that adds nothing.',
  maps: {
    guide: ['access.unique-roles'],
    nsa: ['3.9', '3.12'],
    attack: ['T1078'],
    microsoft: ['MS-TA9019'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  analyse: {
    reads: accessKinds,
    *judge(estate): Generator<Verdict> {
      const access = accessOf(estate)
      for (const binding of access.bindings) {
        const { resource, role, reference } = binding
        const both = isAdmin(binding) ? [] : binding.subjects.filter(({ subject }) => isAdministrator(access, subject))
        const [first] = both
        yield first === undefined || role === null
          ? passes(resource)
          : fails(
              resource,
              `${subjectWords(both)} may do everything in the cluster, and has ${reference.kind} "${reference.name}" as well`,
              { path: ['subjects', first.index, 'name'] }
            )
      }
    }
  },
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: admins
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: cluster-admin
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: User
          name: alice-admin
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: developers
        namespace: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: edit
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: User
          name: alice
      `
    ],
    fail: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: admins
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: cluster-admin
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: User
          name: alice
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: developers
        namespace: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: edit
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: User
          name: alice
      `
    ]
  }
})
