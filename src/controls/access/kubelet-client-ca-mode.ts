import { defineControl } from '../define-control.ts'

export const kubeletClientCaMode = defineControl({
  id: 'kubelet-client-ca-mode',
  title: 'The certificate authority for clients of the kubelet can be written by its owner only',
  severity: 'medium',
  why: 'Who changes this file decides whose certificates the kubelet trusts.',
  remedy: 'Run `chmod 644 /etc/kubernetes/pki/ca.crt` on the node.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['2.19'],
    cis: { '1.8': ['4.1.7'] },
    attack: ['T1552.001'],
    microsoft: ['MS-TA9003'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  each: 'file',
  roles: ['kubelet-client-ca'],
  require: 'self.mode / 64 % 2 == 0 && self.mode / 8 % 8 in [0, 4] && self.mode % 8 in [0, 4]',
  at: 'mode',
  message: '{where} can be written by others than its owner, or run',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/pki/ca.crt
      role: kubelet-client-ca
      mode: 0644
      owner: root
      group: root
      `,
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/pki/ca.crt
      role: kubelet-client-ca
      mode: 0400
      owner: root
      group: root
      `
    ],
    fail: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/pki/ca.crt
      role: kubelet-client-ca
      mode: 0666
      owner: root
      group: root
      `
    ]
  }
})
