import { defineControl } from '../define-control.ts'
import { grantAnalysis } from '../judging/grant-analysis.ts'
import { inNamespaces } from '../judging/permissions.ts'

const verbs = ['delete', 'deletecollection']

export const eventDeletion = defineControl({
  id: 'event-deletion',
  title: 'Few can delete events',
  severity: 'low',
  why: 'Events tell what happened to pods and nodes. Who deletes them wipes out the traces of an attack.',
  remedy: 'Remove `delete` and `deletecollection` on events: they expire by themselves.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['3.11'],
    kubescape: ['C-0031'],
    attack: ['T1070'],
    microsoft: ['MS-TA9022'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  analyse: grantAnalysis({
    permissions: [
      ...inNamespaces({ verbs, resources: ['events'] }),
      ...inNamespaces({ verbs, group: 'events.k8s.io', resources: ['events'] })
    ]
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
        - apiGroups: ['', events.k8s.io]
          resources: [events]
          verbs: [create, patch]
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
        - apiGroups: ['', events.k8s.io]
          resources: [events]
          verbs: [create, delete]
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
