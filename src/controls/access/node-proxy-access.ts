import { defineControl } from '../define-control.ts'
import { grantAnalysis } from '../judging/grant-analysis.ts'
import { useNodeProxy } from '../judging/permissions.ts'

export const nodeProxyAccess = defineControl({
  id: 'node-proxy-access',
  title: 'Nobody reaches the kubelet through the API server',
  severity: 'high',
  why: 'With `nodes/proxy`, even with `get` alone, one runs commands in every pod of a node. Neither admission nor the audit log sees it.',
  remedy: 'Grant `nodes/metrics`, `nodes/stats` or `nodes/log` instead, which is what monitoring needs.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['3.11'],
    cis: { '1.8': ['5.1.10'] },
    kubescape: ['C-0279'],
    attack: ['T1609'],
    microsoft: ['MS-TA9030'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  analyse: grantAnalysis({ permissions: useNodeProxy }),
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
          resources: [nodes, nodes/metrics, nodes/stats]
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
          resources: [nodes/proxy]
          verbs: [get]
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
          resources: [nodes, nodes/proxy]
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
          resources: ['*/proxy']
          verbs: [create]
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
    ]
  }
})
