import { defineControl } from '../define-control.ts'
import { grantAnalysis } from '../judging/grant-analysis.ts'
import { changeAdmission } from '../judging/permissions.ts'

export const admissionConfigurationAccess = defineControl({
  id: 'admission-configuration-access',
  title: 'Few can change what the API server asks before it admits',
  severity: 'high',
  why: 'Webhooks and admission policies see and may change every object. Who writes their configuration can read secrets on their way, or switch the guard off.',
  remedy: 'Name the configurations that the program owns in `resourceNames`, and create them when it is installed.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['3.11'],
    cis: { '1.8': ['5.1.12'] },
    kubescape: ['C-0281', 'C-0036', 'C-0039'],
    attack: ['T1546', 'T1562.001'],
    microsoft: ['MS-TA9015'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  analyse: grantAnalysis({ permissions: changeAdmission }),
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: web
      rules:
        - apiGroups: [admissionregistration.k8s.io]
          resources: [mutatingwebhookconfigurations]
          resourceNames: [web]
          verbs: [update]
        - apiGroups: [admissionregistration.k8s.io]
          resources: [validatingwebhookconfigurations]
          verbs: [get, list, watch]
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
        - apiGroups: [admissionregistration.k8s.io]
          resources: [mutatingwebhookconfigurations]
          verbs: [get, update]
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
        - apiGroups: [admissionregistration.k8s.io]
          resources: [validatingadmissionpolicybindings]
          verbs: [delete]
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
