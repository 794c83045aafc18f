import { defineControl } from '../define-control.ts'

export const kubeletClientCa = defineControl({
  id: 'kubelet-client-ca',
  title: 'The kubelet authenticates clients by certificate',
  severity: 'high',
  why: 'Without a certificate authority, the kubelet cannot tell the API server from anyone else.',
  remedy: 'Set `authentication.x509.clientCAFile` in the kubelet configuration.',
  maps: {
    guide: ['authentication.strong'],
    nsa: ['3.4'],
    cis: { '1.8': ['4.2.3'] },
    kubescape: ['C-0070', 'C-0174'],
    attack: ['T1613'],
    microsoft: ['MS-TA9030'],
    owasp: { '2022': ['K06'], '2025': ['K09'] }
  },
  each: 'component',
  components: ['kubelet'],
  require: "self.?authentication.?x509.?clientCAFile.orValue('') != ''",
  at: 'authentication.x509.clientCAFile',
  message: '{where} has no certificate authority for clients',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      authentication:
        x509:
          clientCAFile: /etc/kubernetes/pki/ca.crt
      `
    ],
    fail: [
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      authentication:
        anonymous:
          enabled: false
      `
    ]
  }
})
