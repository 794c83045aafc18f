import { ruleForEverything } from '../../access/permission.ts'
import { defineControl } from '../define-control.ts'
import { bindingAnalysis } from '../judging/grant-analysis.ts'
import { roleWords, scopeWords, subjectWords } from '../judging/grant-words.ts'

export const namespaceAdminBinding = defineControl({
  id: 'namespace-admin-binding',
  title: 'Nobody may do everything in a namespace',
  severity: 'medium',
  why: "A role without limits reaches what is added to the namespace later, too: other programs' secrets, quotas, network policies and roles.",
  remedy: 'Bind `admin` or `edit` to people, and to programs a role with the rights that they use.',
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
    'namespace-secret-access',
    'namespace-pod-creation',
    'role-escalation',
    'impersonation',
    'pod-exec',
    'pod-port-forward',
    'event-deletion',
    'coredns-configuration-access',
    'token-creation',
    'token-secret-creation',
    'account-with-user-role'
  ],
  analyse: bindingAnalysis('namespace', (binding, role, subjects) => {
    const rule = ruleForEverything(role)
    return rule === undefined
      ? null
      : `${subjectWords(subjects)} may do everything ${scopeWords(binding)} through ${roleWords(role, [rule])}`
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
          verbs: ['*']
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
      kind: RoleBinding
      metadata:
        name: web
        namespace: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: cluster-admin
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
        - apiGroups: ['*']
          resources: ['*']
          verbs: ['*']
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
    ]
  }
})
