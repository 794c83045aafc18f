import { defineControl } from '../define-control.ts'

export const schedulerManifestMode = defineControl({
  id: 'scheduler-manifest-mode',
  title: 'The manifest of the scheduler can be read and written by its owner only',
  severity: 'medium',
  why: 'Whoever changes this file decides what runs on the control plane, as root; whoever reads it learns where keys are.',
  remedy: 'Run `chmod 600 /etc/kubernetes/manifests/kube-scheduler.yaml` on the node.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['2.19'],
    cis: { '1.8': ['1.1.5'] },
    attack: ['T1552.001'],
    microsoft: ['MS-TA9003'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  each: 'file',
  roles: ['scheduler-manifest'],
  require: 'self.mode % 64 == 0 && self.mode / 64 % 2 == 0',
  at: 'mode',
  message: '{where} can be used by others than its owner',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/manifests/kube-scheduler.yaml
      role: scheduler-manifest
      mode: 0600
      owner: root
      group: root
      `,
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/manifests/kube-scheduler.yaml
      role: scheduler-manifest
      mode: 0400
      owner: root
      group: root
      `
    ],
    fail: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/manifests/kube-scheduler.yaml
      role: scheduler-manifest
      mode: 0644
      owner: root
      group: root
      `,
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/kubernetes/manifests/kube-scheduler.yaml
      role: scheduler-manifest
      mode: 0700
      owner: root
      group: root
      `
    ]
  }
})
