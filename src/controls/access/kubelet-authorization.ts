import { defineControl } from '../define-control.ts'

export const kubeletAuthorization = defineControl({
  id: 'kubelet-authorization',
  title: 'The kubelet asks the API server who may do what',
  severity: 'critical',
  why: 'With AlwaysAllow, everybody whom the kubelet can authenticate may run commands in every container of the node.',
  remedy: 'Set `authorization.mode: Webhook` in the kubelet configuration.',
  maps: {
    guide: ['authentication.strong'],
    nsa: ['3.5'],
    cis: { '1.8': ['4.2.2'] },
    kubescape: ['C-0173'],
    attack: ['T1609'],
    microsoft: ['MS-TA9030'],
    owasp: { '2022': ['K06'], '2025': ['K09'] }
  },
  each: 'component',
  components: ['kubelet'],
  require: "self.?authorization.?mode.orValue('Webhook') != 'AlwaysAllow'",
  at: 'authorization.mode',
  message: '{where} allows everything to everybody',
  fix: {
    setting: { to: 'Webhook' },
    grade: 'review',
    argument: 'Whoever asks the kubelet for something needs a role for it.'
  },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      authorization:
        mode: Webhook
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
      authorization:
        mode: AlwaysAllow
      `
    ]
  }
})
