import { defineControl } from '../define-control.ts'
import { subjectAnalysis } from '../judging/subject-analysis.ts'

export const anonymousBinding = defineControl({
  id: 'anonymous-binding',
  title: 'Nothing is granted to whoever has not logged in',
  severity: 'high',
  why: 'A role that is bound to system:anonymous or system:unauthenticated is open to everybody who reaches the API server, without any credential.',
  remedy:
    'Remove the subject. What is meant for all users is bound to system:authenticated, better to a group of your own.',
  maps: {
    guide: ['access.least-privilege', 'authentication.strong'],
    nsa: ['3.2'],
    kubescape: ['C-0262', 'C-0265'],
    attack: ['T1078.001'],
    microsoft: ['MS-TA9029'],
    owasp: { '2022': ['K03', 'K06'], '2025': ['K02', 'K09'] }
  },
  analyse: subjectAnalysis(
    ({ subject: { kind, name } }, { reference }) =>
      (kind === 'User' ? name === 'system:anonymous' : kind === 'Group' && name === 'system:unauthenticated') &&
      reference.name !== 'system:public-info-viewer'
  ),
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: system:public-info-viewer
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: system:public-info-viewer
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: Group
          name: system:unauthenticated
      `,
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
          kind: User
          name: system:anonymous
      `,
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: web
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: system:discovery
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: Group
          name: system:unauthenticated
      `
    ]
  }
})
