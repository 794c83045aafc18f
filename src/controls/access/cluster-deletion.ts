import { defineControl } from '../define-control.ts'
import { grantAnalysis } from '../judging/grant-analysis.ts'
import { inCluster, inNamespaces } from '../judging/permissions.ts'

const verbs = ['delete', 'deletecollection']

export const clusterDeletion = defineControl({
  id: 'cluster-deletion',
  title: 'Few can delete workloads and data in all namespaces',
  severity: 'medium',
  why: 'One stolen credential or one mistaken command then takes down every application, and with volumes or namespaces their data as well.',
  remedy:
    'Bind the role in the namespaces that need it, and leave `delete` and `deletecollection` out of roles that only look or update.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['3.11'],
    kubescape: ['C-0007'],
    attack: ['T1485'],
    microsoft: ['MS-TA9038'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  analyse: grantAnalysis({
    permissions: [
      ...inNamespaces({ verbs, resources: ['pods', 'services', 'secrets', 'configmaps', 'persistentvolumeclaims'] }),
      ...inNamespaces({
        verbs,
        group: 'apps',
        resources: ['deployments', 'statefulsets', 'daemonsets', 'replicasets']
      }),
      ...inNamespaces({ verbs, group: 'batch', resources: ['jobs', 'cronjobs'] }),
      ...inCluster({ verbs, resources: ['namespaces', 'persistentvolumes'] })
    ],
    scope: 'cluster'
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
        - apiGroups: [apps]
          resources: [statefulsets]
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
      `
    ],
    fail: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: web
      rules:
        - apiGroups: [apps]
          resources: [statefulsets]
          verbs: [get, delete]
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
