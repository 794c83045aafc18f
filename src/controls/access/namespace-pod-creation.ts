import { defineControl } from '../define-control.ts'
import { grantAnalysis } from '../judging/grant-analysis.ts'
import { createPods } from '../judging/permissions.ts'

export const namespacePodCreation = defineControl({
  id: 'namespace-pod-creation',
  title: 'Few can create pods in a namespace',
  severity: 'medium',
  why: 'Whoever makes pods or workloads in a namespace can read all its secrets and act as any of its accounts, by making a pod that does.',
  remedy:
    'Let a pipeline deploy, and give people roles that read. Remove `create` on pods and workloads where it is not used.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['3.11'],
    cis: { '1.8': ['5.1.4'] },
    kubescape: ['C-0188'],
    attack: ['T1610'],
    microsoft: ['MS-TA9008'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  implies: ['token-creation', 'impersonation', 'pod-exec', 'pod-port-forward'],
  analyse: grantAnalysis({ permissions: createPods, scope: 'namespace' }),
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
        - apiGroups: [apps]
          resources: [deployments/scale]
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
        - kind: ServiceAccount
          name: web
          namespace: shop
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
        - apiGroups: [batch]
          resources: [jobs]
          verbs: [create]
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
