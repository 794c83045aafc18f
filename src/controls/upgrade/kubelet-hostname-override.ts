import { defineControl } from '../define-control.ts'

export const kubeletHostnameOverride = defineControl({
  id: 'kubelet-hostname-override',
  title: 'The kubelet calls its node what the host is called',
  severity: 'low',
  why: 'Another name than that of the host breaks certificates that name it, and makes logs hard to follow.',
  remedy: 'Remove `--hostname-override`, unless the cloud provider needs it.',
  maps: {
    guide: ['upgrade.review'],
    nsa: ['5.6'],
    cis: { '1.8': ['4.2.7'] },
    attack: ['T1036'],
    microsoft: ['MS-TA9025'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  each: 'component',
  components: ['kubelet'],
  require: "self.?hostnameOverride.orValue('') == ''",
  at: 'hostnameOverride',
  message: '{where} is called {hostnameOverride}',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: kubeadm.k8s.io/v1beta4
      kind: JoinConfiguration
      nodeRegistration:
        kubeletExtraArgs:
          - name: node-ip
            value: 192.0.2.7
      `
    ],
    fail: [
      `
      apiVersion: kubeadm.k8s.io/v1beta4
      kind: JoinConfiguration
      nodeRegistration:
        kubeletExtraArgs:
          - name: hostname-override
            value: node-7
      `
    ]
  }
})
