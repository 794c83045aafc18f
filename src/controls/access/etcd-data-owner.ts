import { defineControl } from '../define-control.ts'

export const etcdDataOwner = defineControl({
  id: 'etcd-data-owner',
  title: 'The data folder of etcd belongs to etcd',
  severity: 'high',
  why: 'The folder holds all objects of the cluster, Secrets among them.',
  remedy: 'Run `chown etcd:etcd /var/lib/etcd` on the node.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['2.19'],
    cis: { '1.8': ['1.1.12'] },
    attack: ['T1552.001'],
    microsoft: ['MS-TA9003'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  each: 'file',
  roles: ['etcd-data-folder'],
  require: "self.owner in ['etcd', 'root'] && self.?group.orValue('') in ['etcd', 'root']",
  at: 'owner',
  message: '{where} belongs to {owner} and the group {group}',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /var/lib/etcd
      role: etcd-data-folder
      mode: 0600
      owner: etcd
      group: etcd
      `
    ],
    fail: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /var/lib/etcd
      role: etcd-data-folder
      mode: 0600
      owner: ubuntu
      group: ubuntu
      `,
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /var/lib/etcd
      role: etcd-data-folder
      mode: 0600
      owner: etcd
      group: users
      `
    ]
  }
})
