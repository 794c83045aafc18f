import { defineControl } from '../define-control.ts'

export const kubeProxyKubeconfigMode = defineControl({
  id: 'kube-proxy-kubeconfig-mode',
  title: 'The kubeconfig of kube-proxy can be read and written by its owner only',
  severity: 'high',
  why: 'The file is a credential: who reads it acts as the one it is for.',
  remedy: 'Run `chmod 600 /var/lib/kube-proxy/kubeconfig.conf` on the node.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['2.19'],
    cis: { '1.8': ['4.1.3'] },
    kubescape: ['C-0164'],
    attack: ['T1552.001'],
    microsoft: ['MS-TA9003'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  each: 'file',
  roles: ['kube-proxy-kubeconfig'],
  require: 'self.mode % 64 == 0 && self.mode / 64 % 2 == 0',
  at: 'mode',
  message: '{where} can be used by others than its owner',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /var/lib/kube-proxy/kubeconfig.conf
      role: kube-proxy-kubeconfig
      mode: 0600
      owner: root
      group: root
      `,
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /var/lib/kube-proxy/kubeconfig.conf
      role: kube-proxy-kubeconfig
      mode: 0400
      owner: root
      group: root
      `
    ],
    fail: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /var/lib/kube-proxy/kubeconfig.conf
      role: kube-proxy-kubeconfig
      mode: 0644
      owner: root
      group: root
      `
    ]
  }
})
