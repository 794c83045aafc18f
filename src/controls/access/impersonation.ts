import { defineControl } from '../define-control.ts'
import { grantAnalysis } from '../judging/grant-analysis.ts'
import { actAsOthers } from '../judging/permissions.ts'

export const impersonation = defineControl({
  id: 'impersonation',
  title: 'Nobody can act as somebody else',
  severity: 'high',
  why: 'Who may impersonate users, groups or accounts has all their rights together. As the group system:masters, nothing is refused to him.',
  remedy: 'Remove the verb `impersonate`, or name in `resourceNames` whom a proxy may act as.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['3.11'],
    cis: { '1.8': ['5.1.8'] },
    kubescape: ['C-0065', 'C-0191'],
    attack: ['T1078', 'T1098.006'],
    microsoft: ['MS-TA9019'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  analyse: grantAnalysis({ permissions: actAsOthers }),
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: web
      rules:
        - apiGroups: ['']
          resources: [users]
          resourceNames: [auditor]
          verbs: [impersonate]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: web
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: web
      subjects:
        - kind: ServiceAccount
          name: web
          namespace: shop
      `,
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: web
      rules:
        - apiGroups: ['']
          resources: [users]
          verbs: [impersonate]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: web
        namespace: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: web
      subjects:
        - kind: ServiceAccount
          name: web
          namespace: shop
      `
    ],
    fail: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: web
      rules:
        - apiGroups: ['']
          resources: [users, groups]
          verbs: [impersonate]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: web
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: web
      subjects:
        - kind: ServiceAccount
          name: web
          namespace: shop
      `,
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: break-glass
      rules:
        - apiGroups: ['']
          resources: [groups]
          resourceNames: [system:masters]
          verbs: [impersonate]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: break-glass
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: break-glass
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: Group
          name: oncall
      `
    ]
  }
})
