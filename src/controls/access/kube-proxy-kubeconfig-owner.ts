import { defineControl } from '../define-control.ts'

export const kubeProxyKubeconfigOwner = defineControl({
  id: 'kube-proxy-kubeconfig-owner',
  title: 'The kubeconfig of kube-proxy belongs to root',
  severity: 'medium',
  why: 'The file is a credential: who reads it acts as the one it is for.',
  remedy: 'Run `chown root:root /var/lib/kube-proxy/kubeconfig.conf` on the node.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['2.19'],
    cis: { '1.8': ['4.1.4'] },
    kubescape: ['C-0165'],
    attack: ['T1552.001'],
    microsoft: ['MS-TA9003'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  each: 'file',
  roles: ['kube-proxy-kubeconfig'],
  require: "self.owner == 'root' && self.?group.orValue('') == 'root'",
  at: 'owner',
  message: '{where} belongs to {owner} and the group {group}',
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
      `
    ],
    fail: [
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /var/lib/kube-proxy/kubeconfig.conf
      role: kube-proxy-kubeconfig
      mode: 0600
      owner: ubuntu
      group: ubuntu
      `,
      `
      apiVersion: node.bulwark.dev/v1
      kind: NodeFile
      path: /var/lib/kube-proxy/kubeconfig.conf
      role: kube-proxy-kubeconfig
      mode: 0600
      owner: root
      group: users
      `
    ]
  }
})
