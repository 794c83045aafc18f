import { defineControl } from '../define-control.ts'
import { grantAnalysis } from '../judging/grant-analysis.ts'
import { inCluster } from '../judging/permissions.ts'

export const persistentVolumeCreation = defineControl({
  id: 'persistent-volume-creation',
  title: 'Few can create persistent volumes',
  severity: 'medium',
  why: 'A persistent volume can be a folder of the node: who creates one mounts the file system of any node past every rule on pods.',
  remedy: 'Leave volumes to provisioners: users need PersistentVolumeClaims only.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['3.11'],
    cis: { '1.8': ['5.1.9'] },
    kubescape: ['C-0278'],
    attack: ['T1611'],
    microsoft: ['MS-TA9013'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  analyse: grantAnalysis({ permissions: inCluster({ verbs: ['create'], resources: ['persistentvolumes'] }) }),
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
          resources: [persistentvolumes]
          verbs: [get, list]
        - apiGroups: ['']
          resources: [persistentvolumeclaims]
          verbs: [create]
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
          resources: [persistentvolumes]
          verbs: [get, create]
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
