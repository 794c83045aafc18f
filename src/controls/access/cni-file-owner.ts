import { defineControl } from '../define-control.ts'

export const cniFileOwner = defineControl({
  id: 'cni-file-owner',
  title: 'Configuration of the container network belongs to root',
  severity: 'medium',
  why: 'These files say which network a pod gets, and programs that they name run as root.',
  remedy: 'Run `chown root:root /etc/cni/net.d/10-cluster.conflist` on the node.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['2.19'],
    cis: { '1.8': ['1.1.10'] },
    attack: ['T1552.001'],
    microsoft: ['MS-TA9003'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  each: 'file',
  roles: ['cni-file'],
  require: "self.owner == 'root' && self.?group.orValue('') == 'root'",
  at: 'owner',
  message: '{where} belongs to {owner} and the group {group}',
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
      `
    ],
    fail: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/cni/net.d/10-cluster.conflist
      role: cni-file
      mode: 0600
      owner: ubuntu
      group: ubuntu
      `,
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/cni/net.d/10-cluster.conflist
      role: cni-file
      mode: 0600
      owner: root
      group: users
      `
    ]
  }
})
