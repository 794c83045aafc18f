import { defineControl } from '../define-control.ts'

export const serviceAccountKeyFile = defineControl({
  id: 'service-account-key-file',
  title: 'Service account tokens have a key pair of their own',
  severity: 'medium',
  why: "Without a key file, the key of the API server's own certificate checks tokens: it cannot be replaced without the other.",
  remedy: 'Set `--service-account-key-file` to the public key of the pair that signs tokens.',
  maps: {
    guide: ['token.rbac'],
    nsa: ['3.14'],
    cis: { '1.8': ['1.2.23'], '1.9': ['1.2.22'] },
    kubescape: ['C-0136'],
    attack: ['T1528', 'T1550.001'],
    microsoft: ['MS-TA9016'],
    owasp: { '2022': ['K06'], '2025': ['K09'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: 'self.?serviceAccountKeyFile.orValue([]).size() > 0',
  at: 'serviceAccountKeyFile',
  message: '{where} has no key file for service account tokens',
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
              - --service-account-key-file=/etc/kubernetes/pki/sa.pub
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
              - --tls-private-key-file=/etc/kubernetes/pki/apiserver.key
      `
    ]
  }
})
