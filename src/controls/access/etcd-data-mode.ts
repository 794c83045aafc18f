import { defineControl } from '../define-control.ts'

export const etcdDataMode = defineControl({
  id: 'etcd-data-mode',
  title: 'The data folder of etcd is open to its owner only',
  severity: 'high',
  why: 'The folder holds all objects of the cluster, Secrets among them.',
  remedy: 'Run `chmod 700 /var/lib/etcd` on the node.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['2.19'],
    cis: { '1.8': ['1.1.11'] },
    attack: ['T1552.001'],
    microsoft: ['MS-TA9003'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  each: 'file',
  roles: ['etcd-data-folder'],
  require: 'self.mode % 64 == 0',
  at: 'mode',
  message: '{where} is open to others than its owner',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /var/lib/etcd
      role: etcd-data-folder
      mode: 0700
      owner: root
      group: root
      `,
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /var/lib/etcd
      role: etcd-data-folder
      mode: 0500
      owner: root
      group: root
      `
    ],
    fail: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /var/lib/etcd
      role: etcd-data-folder
      mode: 0755
      owner: root
      group: root
      `
    ]
  }
})
