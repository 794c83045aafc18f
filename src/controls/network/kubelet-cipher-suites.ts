import { defineControl } from '../define-control.ts'

export const kubeletCipherSuites = defineControl({
  id: 'kubelet-cipher-suites',
  title: 'The kubelet uses strong ciphers only',
  severity: 'medium',
  why: 'Suites without forward secrecy let whoever records traffic today read it once the key is known; some others are broken.',
  remedy:
    'List strong suites only in `tlsCipherSuites`, such as TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, or set `tlsMinVersion: VersionTLS13`.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.20'],
    cis: { '1.8': ['4.2.12'] },
    kubescape: ['C-0184'],
    attack: ['T1557'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  each: 'component',
  components: ['kubelet'],
  require: `
    self.?tlsMinVersion.orValue('') == 'VersionTLS13' ||
    self.?tlsCipherSuites.orValue([]).size() > 0 && self.tlsCipherSuites.all(suite, suite in ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305', 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256', 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305', 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256'])`,
  at: 'tlsCipherSuites',
  message: '{where} does not limit TLS to strong ciphers',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      tlsCipherSuites:
        - TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
      `,
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      tlsMinVersion: VersionTLS13
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
      tlsCipherSuites:
        - TLS_RSA_WITH_AES_128_CBC_SHA
      `
    ]
  }
})
