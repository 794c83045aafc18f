import { defineControl } from '../define-control.ts'

export const controllerManagerKubeconfigOwner = defineControl({
  id: 'controller-manager-kubeconfig-owner',
  title: 'The kubeconfig of the controller manager belongs to root',
  severity: 'medium',
  why: 'The file is a credential: who reads it acts as the one it is for.',
  remedy: 'Run `chown root:root /etc/kubernetes/controller-manager.conf` on the node.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['2.19'],
    cis: { '1.8': ['1.1.18'] },
    kubescape: ['C-0109'],
    attack: ['T1552.001'],
    microsoft: ['MS-TA9003'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  each: 'file',
  roles: ['controller-manager-kubeconfig'],
  require: "self.owner == 'root' && self.?group.orValue('') == 'root'",
  at: 'owner',
  message: '{where} belongs to {owner} and the group {group}',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/controller-manager.conf
      role: controller-manager-kubeconfig
      mode: 0600
      owner: root
      group: root
      `
    ],
    fail: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/controller-manager.conf
      role: controller-manager-kubeconfig
      mode: 0600
      owner: ubuntu
      group: ubuntu
      `,
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/controller-manager.conf
      role: controller-manager-kubeconfig
      mode: 0600
      owner: root
      group: users
      `
    ]
  }
})
