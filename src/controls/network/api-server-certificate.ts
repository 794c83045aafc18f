import { defineControl } from '../define-control.ts'

export const apiServerCertificate = defineControl({
  id: 'api-server-certificate',
  title: 'The API server has a serving certificate that clients can verify',
  severity: 'high',
  why: 'Without one, the API server makes a certificate of its own at each start, which clients cannot verify.',
  remedy: 'Set `--tls-cert-file` and `--tls-private-key-file`.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.20'],
    cis: { '1.8': ['1.2.25'], '1.9': ['1.2.24'] },
    kubescape: ['C-0138'],
    attack: ['T1557'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: "self.?tlsCertFile.orValue('') != '' && self.?tlsPrivateKeyFile.orValue('') != ''",
  at: 'tlsCertFile',
  message: '{where} has no serving certificate of its own',
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
              - --tls-cert-file=/etc/kubernetes/pki/apiserver.crt
              - --tls-private-key-file=/etc/kubernetes/pki/apiserver.key
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
      `
    ]
  }
})
