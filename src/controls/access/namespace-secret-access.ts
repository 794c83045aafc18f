import { defineControl } from '../define-control.ts'
import { grantAnalysis } from '../judging/grant-analysis.ts'
import { readSecrets } from '../judging/permissions.ts'

export const namespaceSecretAccess = defineControl({
  id: 'namespace-secret-access',
  title: 'Few can read all secrets of a namespace',
  severity: 'medium',
  why: 'Whoever reads the secrets of a namespace has the credentials of every application in it, not only his own.',
  remedy:
    'Name the secrets that are needed in `resourceNames`, and leave out `list` and `watch`, which no name limits.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['2.25', '3.11'],
    cis: { '1.8': ['5.1.2'] },
    kubescape: ['C-0015', 'C-0186'],
    attack: ['T1552.007'],
    microsoft: ['MS-TA9025'],
    owasp: { '2022': ['K03', 'K08'], '2025': ['K02', 'K03'] }
  },
  analyse: grantAnalysis({ permissions: readSecrets, scope: 'namespace' }),
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: web
        namespace: shop
      rules:
        - apiGroups: ['']
          resources: [secrets]
          resourceNames: [web-tls]
          verbs: [get, watch]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: web
        namespace: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: web
      subjects:
        - kind: ServiceAccount
          name: web
          namespace: shop
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
      kind: Role
      metadata:
        name: web
        namespace: shop
      rules:
        - apiGroups: ['']
          resources: [secrets]
          verbs: [get]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: web
        namespace: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: web
      subjects:
        - kind: ServiceAccount
          name: web
          namespace: shop
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
        name: edit
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: Group
          name: developers
      `
    ]
  }
})
