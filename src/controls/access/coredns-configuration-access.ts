import { defineControl } from '../define-control.ts'
import { grantAnalysis } from '../judging/grant-analysis.ts'
import { inNamespaces } from '../judging/permissions.ts'

export const corednsConfigurationAccess = defineControl({
  id: 'coredns-configuration-access',
  title: "Few can change the configuration of the cluster's name service",
  severity: 'medium',
  why: 'CoreDNS reads a ConfigMap of kube-system. Who writes it sends any name in the cluster to a server of his choice.',
  remedy: 'Bind the role in other namespaces, or name the ConfigMaps that the program owns in `resourceNames`.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['3.11'],
    kubescape: ['C-0037'],
    microsoft: ['MS-TA9035'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  analyse: grantAnalysis({
    permissions: inNamespaces({ verbs: ['update', 'patch'], resources: ['configmaps'], names: ['coredns'] }),
    namespace: 'kube-system',
    consequence: ', that of CoreDNS among them'
  }),
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
          resources: [configmaps]
          verbs: [update]
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
      kind: ClusterRole
      metadata:
        name: web
      rules:
        - apiGroups: ['']
          resources: [configmaps]
          resourceNames: [leader]
          verbs: [update]
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
          resources: [configmaps]
          verbs: [create, update]
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
        name: dns
        namespace: kube-system
      rules:
        - apiGroups: ['']
          resources: [configmaps]
          resourceNames: [coredns]
          verbs: [patch]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: dns
        namespace: kube-system
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: dns
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: User
          name: alice
      `
    ]
  }
})
