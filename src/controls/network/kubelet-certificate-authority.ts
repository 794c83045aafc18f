import { defineControl } from '../define-control.ts'

export const kubeletCertificateAuthority = defineControl({
  id: 'kubelet-certificate-authority',
  title: 'The API server verifies the certificates of kubelets',
  severity: 'high',
  why: 'Otherwise anyone between API server and node can read logs, and take over commands that users run in containers.',
  remedy:
    'Set `--kubelet-certificate-authority` to the authority that signs the serving certificates of kubelets, and let kubelets ask for those with `serverTLSBootstrap: true`.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.21'],
    cis: { '1.8': ['1.2.5'] },
    kubescape: ['C-0117'],
    attack: ['T1557'],
    microsoft: ['MS-TA9030'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: "self.?kubeletCertificateAuthority.orValue('') != ''",
  at: 'kubeletCertificateAuthority',
  message: '{where} takes any certificate for that of a kubelet',
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
              - --kubelet-certificate-authority=/etc/kubernetes/pki/ca.crt
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
