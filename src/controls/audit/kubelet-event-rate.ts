import { defineControl } from '../define-control.ts'

export const kubeletEventRate = defineControl({
  id: 'kubelet-event-rate',
  title: 'The kubelet reports events at a rate that it takes',
  severity: 'low',
  why: 'Events are how a node says what happens on it. A negative rate is refused, and the kubelet does not start.',
  remedy: 'Remove `eventRecordQPS`, or set it to a number such as 50; 0 limits nothing.',
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
  require: 'self.?eventRecordQPS.orValue(50) >= 0',
  at: 'eventRecordQPS',
  message: '{where} reports events at a rate of {eventRecordQPS}',
  fix: {
    setting: { unset: true },
    grade: 'review',
    argument: 'Beyond fifty in a second, events of a node are dropped.'
  },
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
      eventRecordQPS: 0
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
      eventRecordQPS: -1
      `
    ]
  }
})
