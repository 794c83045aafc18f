import { defineControl } from '../define-control.ts'

export const controllerManagerManifestOwner = defineControl({
  id: 'controller-manager-manifest-owner',
  title: 'The manifest of the controller manager belongs to root',
  severity: 'medium',
  why: 'Whoever changes this file decides what runs on the control plane, as root; whoever reads it learns where keys are.',
  remedy: 'Run `chown root:root /etc/kubernetes/manifests/kube-controller-manager.yaml` on the node.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['2.19'],
    cis: { '1.8': ['1.1.4'] },
    attack: ['T1552.001'],
    microsoft: ['MS-TA9003'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  each: 'file',
  roles: ['controller-manager-manifest'],
  require: "self.owner == 'root' && self.?group.orValue('') == 'root'",
  at: 'owner',
  message: '{where} belongs to {owner} and the group {group}',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/manifests/kube-controller-manager.yaml
      role: controller-manager-manifest
      mode: 0600
      owner: root
      group: root
      `
    ],
    fail: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/manifests/kube-controller-manager.yaml
      role: controller-manager-manifest
      mode: 0600
      owner: ubuntu
      group: ubuntu
      `,
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/manifests/kube-controller-manager.yaml
      role: controller-manager-manifest
      mode: 0600
      owner: root
      group: users
      `
    ]
  }
})
