import type { Access } from '../../access/access.ts'
import { givenBy } from '../../access/permission.ts'
import { accountIdentity, type Subject } from '../../access/subject.ts'
import { defineControl } from '../define-control.ts'
import { bindingAnalysis, grantProblem } from '../judging/grant-analysis.ts'
import { inCluster } from '../judging/permissions.ts'

const updateApproval = inCluster({
  verbs: ['update', 'patch'],
  group: 'certificates.k8s.io',
  resources: ['certificatesigningrequests/approval']
})

/** Those of certificates for users and nodes; a kubelet's serving certificate makes nobody a user. */
const approveClients = inCluster({
  verbs: ['approve'],
  group: 'certificates.k8s.io',
  resources: ['signers'],
  names: [
    'kubernetes.io/*',
    'kubernetes.io/kube-apiserver-client',
    'kubernetes.io/kube-apiserver-client-kubelet',
    'kubernetes.io/legacy-unknown'
  ]
})

/** The API server asks for both rights, which may come from different bindings. */
function signsFor(access: Access, subject: Subject): boolean {
  const { kind, name, namespace } = subject
  const bindings =
    kind === 'ServiceAccount' && namespace !== null
      ? access.bindingsFor(accountIdentity(namespace, name))
      : access.bindingsOf(subject)
  return bindings.some(
    ({ binding: { role, scope } }) => role !== null && scope === 'cluster' && givenBy(role, approveClients).length > 0
  )
}

export const certificateApproval = defineControl({
  id: 'certificate-approval',
  title: 'Few can approve certificates of users',
  severity: 'high',
  why: 'An approved request for a client certificate makes its owner any user and any group that he asked for, and no certificate can be revoked.',
  remedy:
    'Leave approval to the controllers. What approves certificates of its own signer gets `approve` with that signer in `resourceNames`.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['3.11'],
    cis: { '1.8': ['5.1.11'] },
    kubescape: ['C-0280'],
    attack: ['T1078', 'T1136'],
    microsoft: ['MS-TA9019'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  analyse: bindingAnalysis('cluster', (binding, role, subjects, _, access) => {
    const approval = givenBy(role, updateApproval)
    if (approval.length === 0) return null
    const able = subjects.filter(({ subject }) => signsFor(access, subject))
    return able.length === 0
      ? null
      : `${grantProblem(binding, role, able, approval)}, and approve for client certificates`
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
        - apiGroups: [certificates.k8s.io]
          resources: [certificatesigningrequests/approval]
          verbs: [update]
        - apiGroups: [certificates.k8s.io]
          resources: [signers]
          resourceNames: [example.com/web]
          verbs: [approve]
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
        - apiGroups: [certificates.k8s.io]
          resources: [certificatesigningrequests/approval]
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
        - apiGroups: [certificates.k8s.io]
          resources: [certificatesigningrequests/approval]
          verbs: [update]
        - apiGroups: [certificates.k8s.io]
          resources: [signers]
          resourceNames: [kubernetes.io/kube-apiserver-client]
          verbs: [approve]
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
        name: approval
      rules:
        - apiGroups: [certificates.k8s.io]
          resources: [certificatesigningrequests/approval]
          verbs: [patch]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: approval
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: approval
      subjects:
        - kind: ServiceAccount
          name: web
          namespace: shop
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: signers
      rules:
        - apiGroups: [certificates.k8s.io]
          resources: [signers]
          verbs: [approve]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: signers
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: signers
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: Group
          name: system:serviceaccounts:shop
      `
    ]
  }
})
