import { accessOf } from '../../access/access.ts'
import { accountOf, mountsToken, rightsOf } from '../../access/accounts.ts'
import { defineControl } from '../define-control.ts'
import { podAccountAnalysis } from '../judging/token-verdicts.ts'

export const serviceAccountToken = defineControl({
  id: 'service-account-token',
  title: 'Pods mount no service account token unasked',
  severity: 'medium',
  why: 'The token authenticates whoever reads it to the API server. Most programs never call it, so the token only serves intruders.',
  remedy:
    'Set `automountServiceAccountToken: false` for the pod. Where a program calls the API server, give its account a role of its own.',
  maps: {
    guide: ['token.automount'],
    nsa: ['1.19'],
    cis: { '1.8': ['5.1.6'] },
    kubescape: ['C-0034', 'C-0190', 'C-0261'],
    attack: ['T1528', 'T1552.007'],
    microsoft: ['MS-TA9016'],
    owasp: { '2022': ['K06', 'K08'], '2025': ['K03', 'K09'] }
  },
  analyse: podAccountAnalysis('automountServiceAccountToken', (estate, pod) => {
    if (!mountsToken(estate, pod) || rightsOf(accessOf(estate), pod).length > 0) return null
    const where = pod.resource.origin.file === null ? '' : ' in what was read'
    return `pod mounts the token of service account "${accountOf(pod).name}", to which no role is bound${where}`
  }),
  fix: {
    repair: 'token',
    grade: 'review',
    argument: 'A program that asks the API server, or proves by the token who it is, no longer can.'
  },
  rtf: 'settable',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        automountServiceAccountToken: false
        containers:
          - name: app
            image: registry.example/web:1.4
      `,
      `
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: web
      automountServiceAccountToken: false
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        serviceAccountName: web
        containers:
          - name: app
            image: registry.example/web:1.4
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        serviceAccountName: web
        containers:
          - name: app
            image: registry.example/web:1.4
      ---
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
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: app
            image: registry.example/web:1.4
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        automountServiceAccountToken: true
        containers:
          - name: app
            image: registry.example/web:1.4
      `,
      `
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: web
      automountServiceAccountToken: false
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        automountServiceAccountToken: true
        serviceAccountName: web
        containers:
          - name: app
            image: registry.example/web:1.4
      `
    ]
  }
})
