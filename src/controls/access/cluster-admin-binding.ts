import { ruleForEverything } from '../../access/permission.ts'
import { defineControl } from '../define-control.ts'
import { bindingAnalysis } from '../judging/grant-analysis.ts'
import { roleWords, subjectWords } from '../judging/grant-words.ts'

export const clusterAdminBinding = defineControl({
  id: 'cluster-admin-binding',
  title: 'Administrators of the whole cluster are few',
  severity: 'critical',
  why: 'Whoever is bound to cluster-admin, or to a role that allows as much, owns every node, secret and tenant. One such account of a program is enough to lose the cluster.',
  remedy:
    'Bind a role with the rights that are used, in the namespaces where they are. Keep cluster-admin for a named few, in an emergency.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['3.9', '3.11'],
    cis: { '1.8': ['5.1.1'] },
    kubescape: ['C-0035', 'C-0185'],
    attack: ['T1078.003', 'T1098.006'],
    microsoft: ['MS-TA9019'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  implies: [
    'cluster-secret-access',
    'cluster-pod-creation',
    'role-escalation',
    'impersonation',
    'persistent-volume-creation',
    'node-proxy-access',
    'admission-configuration-access',
    'certificate-approval',
    'pod-exec',
    'pod-port-forward',
    'cluster-deletion',
    'event-deletion',
    'coredns-configuration-access',
    'token-creation',
    'token-secret-creation',
    'account-with-user-role'
  ],
  analyse: bindingAnalysis('cluster', (_, role, subjects) => {
    const rule = ruleForEverything(role)
    return rule === undefined
      ? null
      : `${subjectWords(subjects)} may do everything in the cluster through ${roleWords(role, [rule])}`
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
        - apiGroups: ['', apps]
          resources: ['*']
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
      kind: ClusterRoleBinding
      metadata:
        name: cluster-admin
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: cluster-admin
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: Group
          name: system:masters
      `
    ],
    fail: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: tiller
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: cluster-admin
      subjects:
        - kind: ServiceAccount
          name: tiller
          namespace: shop
      `,
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: operator
      rules:
        - apiGroups: ['*']
          resources: ['*']
          verbs: ['*']
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: operator
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: operator
      subjects:
        - kind: ServiceAccount
          name: operator
          namespace: shop
        - apiGroup: rbac.authorization.k8s.io
          kind: User
          name: alice
      `
    ]
  }
})
