import { defineControl } from '../define-control.ts'

export const podProcessLimit = defineControl({
  id: 'pod-process-limit',
  title: 'Pods cannot use up the process numbers of a node',
  severity: 'medium',
  why: 'One pod that starts processes without end keeps every other program of the node from starting one.',
  remedy: 'Set `podPidsLimit` in the kubelet configuration, such as 1024.',
  maps: {
    guide: ['namespace.resource-policies'],
    nsa: ['2.8'],
    cis: { '1.8': ['4.2.13'] },
    kubescape: ['C-0284'],
    attack: ['T1499'],
    microsoft: ['MS-TA9040'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  each: 'component',
  components: ['kubelet'],
  require: 'self.?podPidsLimit.orValue(-1) > 0',
  at: 'podPidsLimit',
  message: '{where} does not limit the processes of pods',
  fix: {
    setting: { to: 1024 },
    grade: 'review',
    argument: 'A pod that needs more than 1024 processes and threads fails.'
  },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      podPidsLimit: 1024
      `
    ],
    fail: [
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      rotateCertificates: true
      `,
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      podPidsLimit: -1
      `
    ]
  }
})
