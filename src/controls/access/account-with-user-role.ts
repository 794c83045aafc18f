import { personaOf } from '../../access/subject.ts'
import { defineControl } from '../define-control.ts'
import { grantPath } from '../judging/grant-analysis.ts'
import { subjectAnalysis } from '../judging/subject-analysis.ts'
import { isUserRole } from '../judging/user-roles.ts'

export const accountWithUserRole = defineControl({
  id: 'account-with-user-role',
  title: 'Service accounts do not have the roles of people',
  severity: 'medium',
  why: 'The ClusterRoles cluster-admin, admin and edit are made for people, who may need any of it. A program uses a fraction, and whoever breaks into it has the rest.',
  remedy: 'Write a role with what the program calls, and bind it to the account instead.',
  maps: {
    guide: ['access.unique-roles'],
    nsa: ['3.12'],
    attack: ['T1078'],
    microsoft: ['MS-TA9019'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  analyse: subjectAnalysis(
    ({ subject }, { reference }) => isUserRole(reference) && personaOf(subject) === 'service account',
    () => grantPath
  ),
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: web
        namespace: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - kind: ServiceAccount
          name: web
          namespace: shop
      `,
      `
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
          kind: Group
          name: developers
      `
    ],
    fail: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: web
        namespace: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: edit
      subjects:
        - kind: ServiceAccount
          name: web
          namespace: shop
      `
    ]
  }
})
