import { defineControl } from '../define-control.ts'

export const kubeletCertificate = defineControl({
  id: 'kubelet-certificate',
  title: 'The kubelet has a serving certificate that the API server can verify',
  severity: 'medium',
  why: 'A kubelet that signs its own certificate cannot be told from somebody in between.',
  remedy: 'Set `tlsCertFile` and `tlsPrivateKeyFile`, or `serverTLSBootstrap: true` and approve what kubelets ask for.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.20'],
    cis: { '1.8': ['4.2.9'] },
    kubescape: ['C-0181'],
    attack: ['T1557'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  each: 'component',
  components: ['kubelet'],
  require:
    "self.?serverTLSBootstrap.orValue(false) || self.?tlsCertFile.orValue('') != '' && self.?tlsPrivateKeyFile.orValue('') != ''",
  at: 'tlsCertFile',
  message: '{where} signs its own serving certificate',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      tlsCertFile: /var/lib/kubelet/pki/kubelet.crt
      tlsPrivateKeyFile: /var/lib/kubelet/pki/kubelet.key
      `,
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      serverTLSBootstrap: true
      `
    ],
    fail: [
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      rotateCertificates: true
      `
    ]
  }
})
