import { defineControl } from '../define-control.ts'

export const kubeletClientCaOwner = defineControl({
  id: 'kubelet-client-ca-owner',
  title: 'The certificate authority for clients of the kubelet belongs to root',
  severity: 'medium',
  why: 'Who changes this file decides whose certificates the kubelet trusts.',
  remedy: 'Run `chown root:root /etc/kubernetes/pki/ca.crt` on the node.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['2.19'],
    cis: { '1.8': ['4.1.8'] },
    attack: ['T1552.001'],
    microsoft: ['MS-TA9003'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  each: 'file',
  roles: ['kubelet-client-ca'],
  require: "self.owner == 'root' && self.?group.orValue('') == 'root'",
  at: 'owner',
  message: '{where} belongs to {owner} and the group {group}',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/pki/ca.crt
      role: kubelet-client-ca
      mode: 0600
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
      mode: 0600
      owner: ubuntu
      group: ubuntu
      `,
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/pki/ca.crt
      role: kubelet-client-ca
      mode: 0600
      owner: root
      group: users
      `
    ]
  }
})
