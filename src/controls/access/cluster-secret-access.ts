import { defineControl } from '../define-control.ts'
import { grantAnalysis } from '../judging/grant-analysis.ts'
import { readSecrets } from '../judging/permissions.ts'

export const clusterSecretAccess = defineControl({
  id: 'cluster-secret-access',
  title: 'Few can read the secrets of all namespaces',
  severity: 'high',
  why: 'Secrets hold the credentials of every application and, where old tokens are kept, of every account. `list` and `watch` return their content just as `get` does.',
  remedy: 'Grant the secrets of single namespaces by RoleBindings, or single secrets by `resourceNames`.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['2.25', '3.11'],
    cis: { '1.8': ['5.1.2'] },
    kubescape: ['C-0015', 'C-0186'],
    attack: ['T1552.007'],
    microsoft: ['MS-TA9025'],
    owasp: { '2022': ['K03', 'K08'], '2025': ['K02', 'K03'] }
  },
  analyse: grantAnalysis({ permissions: readSecrets, scope: 'cluster' }),
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
          resources: [secrets]
          resourceNames: [web-tls]
          verbs: [get]
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
          resources: [secrets]
          verbs: [create]
        - apiGroups: [apps]
          resources: ['*']
          verbs: ['*']
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
          resources: [pods]
          verbs: [get, list]
        - apiGroups: ['']
          resources: [secrets]
          verbs: [list]
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
        name: reader
      rules:
        - apiGroups: ['*']
          resources: ['*']
          verbs: [get, list, watch]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: reader
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: reader
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: Group
          name: auditors
      `
    ]
  }
})
