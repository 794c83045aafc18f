import { defineControl } from '../define-control.ts'

export const kubeletCertificateRotation = defineControl({
  id: 'kubelet-certificate-rotation',
  title: 'The kubelet renews its client certificate',
  severity: 'medium',
  why: 'A certificate that is not renewed in time cuts the node off; certificates with a long life are the usual answer, and cannot be revoked.',
  remedy: 'Set `rotateCertificates: true` in the kubelet configuration.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.20'],
    cis: { '1.8': ['4.2.10'] },
    kubescape: ['C-0182'],
    attack: ['T1557'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  each: 'component',
  components: ['kubelet'],
  require: 'self.?rotateCertificates.orValue(false)',
  at: 'rotateCertificates',
  message: '{where} does not renew its client certificate',
  fix: {
    setting: { to: true },
    grade: 'review',
    argument: 'The kubelet asks for a new certificate before its own ends.'
  },
  rtf: 'not-exposed',
  examples: {
    pass: [
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
      rotateCertificates: false
      `,
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      serverTLSBootstrap: true
      `
    ]
  }
})
