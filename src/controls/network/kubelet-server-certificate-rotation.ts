import { defineControl } from '../define-control.ts'

export const kubeletServerCertificateRotation = defineControl({
  id: 'kubelet-server-certificate-rotation',
  title: 'The kubelet may renew its serving certificate',
  severity: 'low',
  why: 'Without the feature, serving certificates run out and are then often not verified at all.',
  remedy: 'Remove `RotateKubeletServerCertificate: false` from `featureGates`.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.20'],
    cis: { '1.8': ['4.2.11'] },
    kubescape: ['C-0183'],
    attack: ['T1557'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  each: 'component',
  components: ['kubelet'],
  require: "self.?featureGates[?'RotateKubeletServerCertificate'].orValue(true)",
  at: 'featureGates.RotateKubeletServerCertificate',
  message: '{where} turns the renewal of its serving certificate off',
  fix: {
    setting: { unset: true },
    grade: 'review',
    argument: 'The kubelet asks for new serving certificates by itself, which somebody or something has to approve.'
  },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      featureGates:
        RotateKubeletServerCertificate: true
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
      featureGates:
        RotateKubeletServerCertificate: false
      `
    ]
  }
})
