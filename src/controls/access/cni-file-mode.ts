import { defineControl } from '../define-control.ts'

export const cniFileMode = defineControl({
  id: 'cni-file-mode',
  title: 'Configuration of the container network can be read and written by its owner only',
  severity: 'medium',
  why: 'These files say which network a pod gets, and programs that they name run as root.',
  remedy: 'Run `chmod 600 /etc/cni/net.d/10-cluster.conflist` on the node.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['2.19'],
    cis: { '1.8': ['1.1.9'] },
    attack: ['T1552.001'],
    microsoft: ['MS-TA9003'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  each: 'file',
  roles: ['cni-file'],
  require: 'self.mode % 64 == 0 && self.mode / 64 % 2 == 0',
  at: 'mode',
  message: '{where} can be used by others than its owner',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/cni/net.d/10-cluster.conflist
      role: cni-file
      mode: 0600
      owner: root
      group: root
      `,
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/cni/net.d/10-cluster.conflist
      role: cni-file
      mode: 0400
      owner: root
      group: root
      `
    ],
    fail: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/cni/net.d/10-cluster.conflist
      role: cni-file
      mode: 0644
      owner: root
      group: root
      `
    ]
  }
})
