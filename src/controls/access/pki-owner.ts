import { defineControl } from '../define-control.ts'

export const pkiOwner = defineControl({
  id: 'pki-owner',
  title: 'The folder of keys and certificates belongs to root',
  severity: 'high',
  why: 'Who changes keys and certificates of the cluster can make himself anyone in it.',
  remedy: 'Run `chown root:root /etc/kubernetes/pki` on the node.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['2.19'],
    cis: { '1.8': ['1.1.19'] },
    kubescape: ['C-0110'],
    attack: ['T1552.001'],
    microsoft: ['MS-TA9003'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  each: 'file',
  roles: ['pki-folder', 'pki-certificate', 'pki-key'],
  require: "self.owner == 'root' && self.?group.orValue('') == 'root'",
  at: 'owner',
  message: '{where} belongs to {owner} and the group {group}',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/pki
      role: pki-folder
      mode: 0600
      owner: root
      group: root
      `
    ],
    fail: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/pki
      role: pki-folder
      mode: 0600
      owner: ubuntu
      group: ubuntu
      `,
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/pki
      role: pki-folder
      mode: 0600
      owner: root
      group: users
      `
    ]
  }
})
