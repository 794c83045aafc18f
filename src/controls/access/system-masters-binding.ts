import { mastersGroup } from '../../access/subject.ts'
import { defineControl } from '../define-control.ts'
import { subjectAnalysis } from '../judging/subject-analysis.ts'

export const systemMastersBinding = defineControl({
  id: 'system-masters-binding',
  title: 'Nothing is granted to the group system:masters',
  severity: 'high',
  why: 'The API server lets this group do everything before it looks at any role. Whoever uses it cannot be limited or taken away again, since no role names him.',
  remedy: 'Bind cluster-admin to a group of your own, and give nobody a certificate for system:masters.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['3.9'],
    cis: { '1.8': ['5.1.7'] },
    kubescape: ['C-0246'],
    attack: ['T1078.003'],
    microsoft: ['MS-TA9019'],
    owasp: { '2022': ['K03', 'K06'], '2025': ['K02', 'K09'] }
  },
  analyse: subjectAnalysis(({ subject: { kind, name } }) => kind === 'Group' && name === mastersGroup),
  rtf: 'fixed',
  examples: {
    pass: [
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
      `,
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: admins
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: cluster-admin
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: Group
          name: platform-admins
      `
    ],
    fail: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: admins
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: cluster-admin
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: Group
          name: system:masters
      `
    ]
  }
})
