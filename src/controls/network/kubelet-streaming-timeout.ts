import { defineControl } from '../define-control.ts'

export const kubeletStreamingTimeout = defineControl({
  id: 'kubelet-streaming-timeout',
  title: 'Idle connections to containers are closed',
  severity: 'low',
  why: 'Connections that are never closed use up ports and memory of the node.',
  remedy: 'Remove `streamingConnectionIdleTimeout`, or set it to some minutes.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.13'],
    cis: { '1.8': ['4.2.5'] },
    attack: ['T1499'],
    microsoft: ['MS-TA9030'],
    owasp: { '2022': ['K09'], '2025': ['K06'] }
  },
  each: 'component',
  components: ['kubelet'],
  require: "duration(self.?streamingConnectionIdleTimeout.orValue('4h')) > duration('0s')",
  at: 'streamingConnectionIdleTimeout',
  message: '{where} never closes idle connections to containers',
  fix: { setting: { unset: true }, grade: 'review', argument: 'Sessions that are idle for four hours end.' },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      streamingConnectionIdleTimeout: 5m
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
      streamingConnectionIdleTimeout: 0s
      `
    ]
  }
})
