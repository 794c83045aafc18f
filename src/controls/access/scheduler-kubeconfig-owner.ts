import { defineControl } from '../define-control.ts'

export const schedulerKubeconfigOwner = defineControl({
  id: 'scheduler-kubeconfig-owner',
  title: 'The kubeconfig of the scheduler belongs to root',
  severity: 'medium',
  why: 'The file is a credential: who reads it acts as the one it is for.',
  remedy: 'Run `chown root:root /etc/kubernetes/scheduler.conf` on the node.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['2.19'],
    cis: { '1.8': ['1.1.16'] },
    kubescape: ['C-0107'],
    attack: ['T1552.001'],
    microsoft: ['MS-TA9003'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  each: 'file',
  roles: ['scheduler-kubeconfig'],
  require: "self.owner == 'root' && self.?group.orValue('') == 'root'",
  at: 'owner',
  message: '{where} belongs to {owner} and the group {group}',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/scheduler.conf
      role: scheduler-kubeconfig
      mode: 0600
      owner: root
      group: root
      `
    ],
    fail: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/scheduler.conf
      role: scheduler-kubeconfig
      mode: 0600
      owner: ubuntu
      group: ubuntu
      `,
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/scheduler.conf
      role: scheduler-kubeconfig
      mode: 0600
      owner: root
      group: users
      `
    ]
  }
})
