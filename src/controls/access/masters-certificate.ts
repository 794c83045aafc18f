import { defineControl } from '../define-control.ts'

export const mastersCertificate = defineControl({
  id: 'masters-certificate',
  title: 'No credential is beyond access control',
  severity: 'high',
  why: 'Members of system:masters may do everything, whatever roles say, and their certificates cannot be revoked.',
  remedy:
    'Make credentials for groups that roles are bound to; keep super-admin.conf away from the node, for emergencies.',
  maps: {
    guide: ['access.unique-roles'],
    nsa: ['3.9'],
    cis: { '1.8': ['5.1.7'] },
    kubescape: ['C-0246'],
    attack: ['T1078.003'],
    microsoft: ['MS-TA9019'],
    owasp: { '2022': ['K03', 'K06'], '2025': ['K02', 'K09'] }
  },
  each: 'file',
  roles: [
    'admin-kubeconfig',
    'scheduler-kubeconfig',
    'controller-manager-kubeconfig',
    'kubelet-kubeconfig',
    'kube-proxy-kubeconfig'
  ],
  require: "!('system:masters' in self.?organizations.orValue([]))",
  at: 'organizations',
  message: '{where} holds a certificate of the group system:masters',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/admin.conf
      role: admin-kubeconfig
      mode: 0600
      owner: root
      group: root
      organizations:
        - kubeadm:cluster-admins
      `
    ],
    fail: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/super-admin.conf
      role: admin-kubeconfig
      mode: 0600
      owner: root
      group: root
      organizations:
        - system:masters
      `
    ]
  }
})
