import { defineControl } from '../define-control.ts'
import { grantAnalysis } from '../judging/grant-analysis.ts'
import { createPods } from '../judging/permissions.ts'

export const clusterPodCreation = defineControl({
  id: 'cluster-pod-creation',
  title: 'Few can create pods in all namespaces',
  severity: 'high',
  why: 'Whoever makes a pod, or the workload that makes it, chooses its account, secrets and, where admission allows it, the node: in all namespaces that is the whole cluster.',
  remedy: 'Bind the role in the namespaces that need it. Let a deployment pipeline have an account for each.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['3.11'],
    cis: { '1.8': ['5.1.4'] },
    kubescape: ['C-0188'],
    attack: ['T1610'],
    microsoft: ['MS-TA9008'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  implies: ['token-creation', 'pod-exec', 'pod-port-forward'],
  analyse: grantAnalysis({ permissions: createPods, scope: 'cluster' }),
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
          resources: [pods]
          verbs: [get, list, watch, delete]
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
        - apiGroups: [apps]
          resources: [deployments]
          verbs: [get, patch]
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
        name: runner
      rules:
        - apiGroups: ['']
          resources: [pods]
          verbs: [create]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: runner
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: runner
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: User
          name: alice
      `
    ]
  }
})
