import { defineControl } from '../define-control.ts'

export const rootCaFile = defineControl({
  id: 'root-ca-file',
  title: 'Pods can verify the API server',
  severity: 'medium',
  why: 'The root certificate is put into each service account token volume. Without it, pods have to trust whoever answers.',
  remedy: 'Set `--root-ca-file` to the certificate authority of the API server.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.20'],
    cis: { '1.8': ['1.3.5'] },
    attack: ['T1557'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  each: 'component',
  components: ['kube-controller-manager'],
  require: "self.?rootCaFile.orValue('') != ''",
  at: 'rootCaFile',
  message: '{where} gives pods no certificate to verify the API server by',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-controller-manager
        namespace: kube-system
      spec:
        containers:
          - name: kube-controller-manager
            image: registry.k8s.io/kube-controller-manager:v1.37.0
            command:
              - kube-controller-manager
              - --root-ca-file=/etc/kubernetes/pki/ca.crt
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-controller-manager
        namespace: kube-system
      spec:
        containers:
          - name: kube-controller-manager
            image: registry.k8s.io/kube-controller-manager:v1.37.0
            command:
              - kube-controller-manager
              - --leader-elect=true
      `
    ]
  }
})
