import { defineControl } from '../define-control.ts'
import { subjectAnalysis } from '../judging/subject-analysis.ts'

const group = 'system:bootstrappers'

/** ClusterRoles with which a node asks for its certificate and has it approved, and what kubeadm lets it read. */
const forJoining: ReadonlySet<string> = new Set([
  'system:node-bootstrapper',
  'system:certificates.k8s.io:certificatesigningrequests:nodeclient',
  'system:certificates.k8s.io:certificatesigningrequests:selfnodeclient',
  'kubeadm:get-nodes',
  'kubeadm:kubelet-config',
  'kubeadm:nodes-kubeadm-config'
])

export const bootstrapTokenBinding = defineControl({
  id: 'bootstrap-token-binding',
  title: 'Tokens for joining nodes are good for nothing else',
  severity: 'medium',
  why: 'Bootstrap tokens are short, shared and made for machines. As users of the groups system:bootstrappers they should only ask for the certificate of a node.',
  remedy: 'Remove the subject, and bind the role to those who need it.',
  maps: {
    guide: ['authentication.strong'],
    nsa: ['3.7'],
    cis: { '1.8': ['3.1.3'] },
    kubescape: ['C-0288'],
    attack: ['T1078'],
    microsoft: ['MS-TA9001'],
    owasp: { '2022': ['K06'], '2025': ['K09'] }
  },
  analyse: subjectAnalysis(
    ({ subject: { kind, name } }, { reference }) =>
      kind === 'Group' && (name === group || name.startsWith(`${group}:`)) && !forJoining.has(reference.name)
  ),
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: join
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: system:node-bootstrapper
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: Group
          name: system:bootstrappers
      `
    ],
    fail: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: join
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: cluster-admin
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: Group
          name: system:bootstrappers:workers
      `
    ]
  }
})
