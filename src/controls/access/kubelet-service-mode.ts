import { defineControl } from '../define-control.ts'

export const kubeletServiceMode = defineControl({
  id: 'kubelet-service-mode',
  title: 'The service file of the kubelet can be read and written by its owner only',
  severity: 'medium',
  why: 'Whoever changes this file decides how the kubelet runs, as root.',
  remedy: 'Run `chmod 600 /etc/systemd/system/kubelet.service.d/10-kubeadm.conf` on the node.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['2.19'],
    cis: { '1.8': ['4.1.1'] },
    attack: ['T1552.001'],
    microsoft: ['MS-TA9003'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  each: 'file',
  roles: ['kubelet-service'],
  require: 'self.mode % 64 == 0 && self.mode / 64 % 2 == 0',
  at: 'mode',
  message: '{where} can be used by others than its owner',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/systemd/system/kubelet.service.d/10-kubeadm.conf
      role: kubelet-service
      mode: 0600
      owner: root
      group: root
      `,
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/systemd/system/kubelet.service.d/10-kubeadm.conf
      role: kubelet-service
      mode: 0400
      owner: root
      group: root
      `
    ],
    fail: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/systemd/system/kubelet.service.d/10-kubeadm.conf
      role: kubelet-service
      mode: 0666
      owner: root
      group: root
      `,
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /etc/systemd/system/kubelet.service.d/10-kubeadm.conf
      role: kubelet-service
      mode: 0644
      owner: root
      group: root
      `
    ]
  }
})
