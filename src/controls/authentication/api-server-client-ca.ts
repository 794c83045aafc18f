import { defineControl } from '../define-control.ts'

export const apiServerClientCa = defineControl({
  id: 'api-server-client-ca',
  title: 'The API server authenticates clients by certificate',
  severity: 'high',
  why: 'Without a client certificate authority, kubelets and the control plane cannot prove who they are to the API server.',
  remedy: 'Set `--client-ca-file` to the certificate authority of the cluster.',
  maps: {
    guide: ['authentication.strong'],
    nsa: ['2.20'],
    cis: { '1.8': ['1.2.26'], '1.9': ['1.2.25'] },
    attack: ['T1078'],
    microsoft: ['MS-TA9001', 'MS-TA9003'],
    owasp: { '2022': ['K06'], '2025': ['K09'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: "self.?clientCaFile.orValue('') != ''",
  at: 'clientCaFile',
  message: '{where} has no certificate authority for clients',
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
              - --client-ca-file=/etc/kubernetes/pki/ca.crt
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
