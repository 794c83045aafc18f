import { defineControl } from '../define-control.ts'

export const apiServerCipherSuites = defineControl({
  id: 'api-server-cipher-suites',
  title: 'The API server uses strong ciphers only',
  severity: 'medium',
  why: 'Suites without forward secrecy let whoever records traffic today read it once the key is known; some others are broken.',
  remedy:
    'List strong suites only in `--tls-cipher-suites`, such as TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, or allow TLS 1.3 alone with `--tls-min-version=VersionTLS13`.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.20'],
    cis: { '1.8': ['1.2.30'], '1.9': ['1.2.29'] },
    kubescape: ['C-0277'],
    attack: ['T1557'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: `
    self.?tlsMinVersion.orValue('') == 'VersionTLS13' ||
    self.?tlsCipherSuites.orValue([]).size() > 0 && self.tlsCipherSuites.all(suite, suite in ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305', 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256', 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305', 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA', 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA', 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA'])`,
  at: 'tlsCipherSuites',
  message: '{where} does not limit TLS to strong ciphers',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-apiserver
        namespace: kube-system
      spec:
        containers:
          - name: kube-apiserver
            image: registry.k8s.io/kube-apiserver:v1.37.0
            command:
              - kube-apiserver
              - --tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-apiserver
        namespace: kube-system
      spec:
        containers:
          - name: kube-apiserver
            image: registry.k8s.io/kube-apiserver:v1.37.0
            command:
              - kube-apiserver
              - --tls-min-version=VersionTLS13
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-apiserver
        namespace: kube-system
      spec:
        containers:
          - name: kube-apiserver
            image: registry.k8s.io/kube-apiserver:v1.37.0
            command:
              - kube-apiserver
              - --secure-port=6443
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-apiserver
        namespace: kube-system
      spec:
        containers:
          - name: kube-apiserver
            image: registry.k8s.io/kube-apiserver:v1.37.0
            command:
              - kube-apiserver
              - --tls-cipher-suites=TLS_RSA_WITH_AES_128_CBC_SHA
      `
    ]
  }
})
