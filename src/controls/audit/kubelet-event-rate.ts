import { defineControl } from '../define-control.ts'

export const kubeletEventRate = defineControl({
  id: 'kubelet-event-rate',
  title: 'The kubelet reports events at a fitting rate',
  severity: 'low',
  why: 'A negative rate is refused, and none at all lets a node flood the API server with events.',
  remedy: 'Remove `eventRecordQPS`, or set it to a number such as 50.',
  maps: {
    guide: ['audit.monitor'],
    nsa: ['4.2'],
    cis: { '1.8': ['4.2.8'] },
    attack: ['T1499'],
    microsoft: ['MS-TA9030'],
    owasp: { '2022': ['K09'], '2025': ['K06'] }
  },
  each: 'component',
  components: ['kubelet'],
  require: 'self.?eventRecordQPS.orValue(50) > 0',
  at: 'eventRecordQPS',
  message: '{where} does not limit the rate of its events',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      eventRecordQPS: 50
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
      eventRecordQPS: 0
      `,
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      eventRecordQPS: -1
      `
    ]
  }
})
