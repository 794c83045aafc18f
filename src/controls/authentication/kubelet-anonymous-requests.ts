import { defineControl } from '../define-control.ts'

export const kubeletAnonymousRequests = defineControl({
  id: 'kubelet-anonymous-requests',
  title: 'The kubelet refuses anonymous requests',
  severity: 'critical',
  why: 'The kubelet runs commands in containers and shows their logs: who may ask it anonymously owns the node.',
  remedy: 'Set `authentication.anonymous.enabled: false` in the kubelet configuration.',
  maps: {
    guide: ['authentication.strong'],
    nsa: ['3.3'],
    cis: { '1.8': ['4.2.1'] },
    kubescape: ['C-0069', 'C-0172'],
    attack: ['T1613', 'T1609'],
    microsoft: ['MS-TA9030'],
    owasp: { '2022': ['K06'], '2025': ['K09'] }
  },
  each: 'component',
  components: ['kubelet'],
  require: '!self.?authentication.?anonymous.?enabled.orValue(false)',
  at: 'authentication.anonymous.enabled',
  message: '{where} answers anonymous requests',
  fix: {
    setting: { to: false },
    grade: 'review',
    argument: 'What asks the kubelet without credentials, such as some monitoring, no longer gets an answer.'
  },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      authentication:
        anonymous:
          enabled: false
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
      authentication:
        anonymous:
          enabled: true
      `
    ]
  }
})
