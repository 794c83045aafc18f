import { defineControl } from '../define-control.ts'

export const kubeletReadOnlyPort = defineControl({
  id: 'kubelet-read-only-port',
  title: 'The kubelet has no port without authentication',
  severity: 'high',
  why: 'The read-only port tells everybody which pods run on the node, with their environment and images.',
  remedy: 'Set `readOnlyPort: 0` in the kubelet configuration.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.13'],
    cis: { '1.8': ['4.2.4'] },
    kubescape: ['C-0175'],
    attack: ['T1133', 'T1613'],
    microsoft: ['MS-TA9030'],
    owasp: { '2022': ['K09'], '2025': ['K06'] }
  },
  each: 'component',
  components: ['kubelet'],
  require: 'self.?readOnlyPort.orValue(0) == 0',
  at: 'readOnlyPort',
  message: '{where} answers without authentication on port {readOnlyPort}',
  fix: {
    setting: { to: 0 },
    grade: 'review',
    argument: 'What reads metrics there without credentials no longer does.'
  },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      readOnlyPort: 0
      `,
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      rotateCertificates: true
      `
    ],
    fail: [
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      readOnlyPort: 10255
      `
    ]
  }
})
