import { isAccountGroup } from '../../access/subject.ts'
import { defineControl } from '../define-control.ts'
import { subjectAnalysis } from '../judging/subject-analysis.ts'

/** ClusterRoles that Kubernetes binds to all accounts itself. */
const forAllAccounts: ReadonlySet<string> = new Set([
  'system:cluster-trust-bundle-discovery',
  'system:service-account-issuer-discovery'
])

export const defaultAccountBinding = defineControl({
  id: 'default-account-binding',
  title: 'Default accounts and groups of accounts are granted nothing',
  severity: 'medium',
  why: 'Every pod that names no account acts as `default`. A right given to it, or to all accounts of a namespace, is given to each pod there, the next one included.',
  remedy: 'Create an account for the program that needs the right, name it in the pod, and bind the role to it.',
  maps: {
    guide: ['access.least-privilege', 'token.rbac'],
    nsa: ['1.19', '3.11'],
    cis: { '1.8': ['5.1.5'] },
    kubescape: ['C-0189'],
    attack: ['T1528', 'T1078.001'],
    microsoft: ['MS-TA9016'],
    owasp: { '2022': ['K06'], '2025': ['K09'] }
  },
  analyse: subjectAnalysis(({ subject }, { reference }) =>
    subject.kind === 'ServiceAccount'
      ? subject.name === 'default'
      : isAccountGroup(subject) && !forAllAccounts.has(reference.name)
  ),
  rtf: 'fixed',
  examples: {
    pass: [
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
        - kind: ServiceAccount
          name: web
          namespace: shop
      `,
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: issuer
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: system:service-account-issuer-discovery
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: Group
          name: system:serviceaccounts
      `
    ],
    fail: [
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
        - kind: ServiceAccount
          name: default
          namespace: shop
      `,
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: images
        namespace: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: Group
          name: system:serviceaccounts:shop
      `
    ]
  }
})
