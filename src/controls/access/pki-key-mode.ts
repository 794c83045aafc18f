import { defineControl } from '../define-control.ts'

export const pkiKeyMode = defineControl({
  id: 'pki-key-mode',
  title: 'A key of the cluster can be read and written by its owner only',
  severity: 'critical',
  why: 'Who reads a key of the cluster can make himself anyone in it.',
  remedy: 'Run `chmod 600 /etc/kubernetes/pki/ca.key` on the node.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['2.19'],
    cis: { '1.8': ['1.1.21'] },
    kubescape: ['C-0112'],
    attack: ['T1552.001'],
    microsoft: ['MS-TA9003'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  each: 'file',
  roles: ['pki-key'],
  require: 'self.mode % 64 == 0 && self.mode / 64 % 2 == 0',
  at: 'mode',
  message: '{where} can be used by others than its owner',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/pki/ca.key
      role: pki-key
      mode: 0600
      owner: root
      group: root
      `,
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/pki/ca.key
      role: pki-key
      mode: 0400
      owner: root
      group: root
      `
    ],
    fail: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/pki/ca.key
      role: pki-key
      mode: 0644
      owner: root
      group: root
      `,
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/pki/ca.key
      role: pki-key
      mode: 0640
      owner: root
      group: root
      `
    ]
  }
})
