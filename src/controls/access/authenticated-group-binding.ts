import { authenticatedGroup } from '../../access/subject.ts'
import { defineControl } from '../define-control.ts'
import { subjectAnalysis } from '../judging/subject-analysis.ts'

/** ClusterRoles that Kubernetes binds to all users itself: what the API offers, and questions about oneself. */
const forEverybody: ReadonlySet<string> = new Set([
  'system:basic-user',
  'system:discovery',
  'system:public-info-viewer',
  'system:service-account-issuer-discovery'
])

export const authenticatedGroupBinding = defineControl({
  id: 'authenticated-group-binding',
  title: 'Nothing is granted to all who have logged in',
  severity: 'high',
  why: 'system:authenticated holds every user and every account of every pod, those of other tenants and of an intruder included.',
  remedy: 'Bind the role to a group of the people, or to the accounts, that need it.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['3.11'],
    attack: ['T1078'],
    microsoft: ['MS-TA9019'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  analyse: subjectAnalysis(
    ({ subject: { kind, name } }, { reference }) =>
      kind === 'Group' && name === authenticatedGroup && !forEverybody.has(reference.name)
  ),
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: system:discovery
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: system:discovery
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: Group
          name: system:authenticated
      `,
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: web
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: Group
          name: developers
      `
    ],
    fail: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: web
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: Group
          name: system:authenticated
      `
    ]
  }
})
