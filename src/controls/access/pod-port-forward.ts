import { defineControl } from '../define-control.ts'
import { grantAnalysis } from '../judging/grant-analysis.ts'
import { inNamespaces } from '../judging/permissions.ts'

export const podPortForward = defineControl({
  id: 'pod-port-forward',
  title: 'Few can open connections into pods through the API server',
  severity: 'low',
  why: 'Port forwarding and the proxies of pods and services reach every port of a pod past network policies and ingress.',
  remedy: 'Remove `pods/portforward`, `pods/proxy` and `services/proxy`, or bind them in one namespace and for a time.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['3.10', '3.11'],
    kubescape: ['C-0063'],
    attack: ['T1609'],
    microsoft: ['MS-TA9006'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  analyse: grantAnalysis({
    permissions: inNamespaces({
      verbs: ['get', 'create'],
      resources: ['pods/portforward', 'pods/proxy', 'services/proxy']
    })
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
          resources: [pods, services]
          verbs: [get, list]
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
          resources: [pods/portforward]
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
        - apiGroup: rbac.authorization.k8s.io
          kind: Group
          name: developers
      `
    ]
  }
})
