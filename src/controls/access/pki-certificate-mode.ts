import { defineControl } from '../define-control.ts'

export const pkiCertificateMode = defineControl({
  id: 'pki-certificate-mode',
  title: 'A certificate of the cluster can be written by its owner only',
  severity: 'medium',
  why: 'Who changes keys and certificates of the cluster can make himself anyone in it.',
  remedy: 'Run `chmod 644 /etc/kubernetes/pki/ca.crt` on the node.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['2.19'],
    cis: { '1.8': ['1.1.20'] },
    kubescape: ['C-0111'],
    attack: ['T1552.001'],
    microsoft: ['MS-TA9003'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  each: 'file',
  roles: ['pki-certificate'],
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
      role: pki-certificate
      mode: 0644
      owner: root
      group: root
      `,
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/pki/ca.crt
      role: pki-certificate
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
      role: pki-certificate
      mode: 0666
      owner: root
      group: root
      `,
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/pki/ca.crt
      role: pki-certificate
      mode: 0664
      owner: root
      group: root
      `
    ]
  }
})
