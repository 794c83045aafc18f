import { defineControl } from '../define-control.ts'

export const kubeletConfigurationOwner = defineControl({
  id: 'kubelet-configuration-owner',
  title: 'The configuration of the kubelet belongs to root',
  severity: 'medium',
  why: 'Whoever changes this file decides how the kubelet runs, as root.',
  remedy: 'Run `chown root:root /var/lib/kubelet/config.yaml` on the node.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['2.19'],
    cis: { '1.8': ['4.1.10'] },
    attack: ['T1552.001'],
    microsoft: ['MS-TA9003'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  each: 'file',
  roles: ['kubelet-configuration'],
  require: "self.owner == 'root' && self.?group.orValue('') == 'root'",
  at: 'owner',
  message: '{where} belongs to {owner} and the group {group}',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /var/lib/kubelet/config.yaml
      role: kubelet-configuration
      mode: 0600
      owner: root
      group: root
      `
    ],
    fail: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /var/lib/kubelet/config.yaml
      role: kubelet-configuration
      mode: 0600
      owner: ubuntu
      group: ubuntu
      `,
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /var/lib/kubelet/config.yaml
      role: kubelet-configuration
      mode: 0600
      owner: root
      group: users
      `
    ]
  }
})
