import { defineControl } from '../define-control.ts'
import { grantAnalysis } from '../judging/grant-analysis.ts'
import { inNamespaces } from '../judging/permissions.ts'

export const podExec = defineControl({
  id: 'pod-exec',
  title: 'Few can run commands in pods',
  severity: 'medium',
  why: 'Who runs commands in a pod, or attaches a container to it, has its data, its secrets and the rights of its account. With websockets, `get` is enough.',
  remedy:
    'Remove `pods/exec`, `pods/attach` and `pods/ephemeralcontainers`. For debugging, bind them in one namespace and for a time.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['3.10', '3.11'],
    kubescape: ['C-0002'],
    attack: ['T1609'],
    microsoft: ['MS-TA9006'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  analyse: grantAnalysis({
    permissions: [
      ...inNamespaces({ verbs: ['get', 'create'], resources: ['pods/exec', 'pods/attach'] }),
      ...inNamespaces({ verbs: ['update', 'patch'], resources: ['pods/ephemeralcontainers'] })
    ]
  }),
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
          resources: [pods, pods/*]
          verbs: [get, create]
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
          resources: [pods, pods/exec]
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
      kind: Role
      metadata:
        name: web
        namespace: shop
      rules:
        - apiGroups: ['']
          resources: [pods/ephemeralcontainers]
          verbs: [patch]
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
        - apiGroup: rbac.authorization.k8s.io
          kind: Group
          name: developers
      `
    ]
  }
})
