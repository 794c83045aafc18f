import { defineControl } from '../define-control.ts'

export const kubeletClientCertificate = defineControl({
  id: 'kubelet-client-certificate',
  title: 'The API server proves to kubelets who it is',
  severity: 'high',
  why: 'Without a client certificate, kubelets have to take requests for logs and commands from anyone.',
  remedy: 'Set `--kubelet-client-certificate` and `--kubelet-client-key`.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.21'],
    cis: { '1.8': ['1.2.4'] },
    kubescape: ['C-0116'],
    attack: ['T1557'],
    microsoft: ['MS-TA9030'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: "self.?kubeletClientCertificate.orValue('') != '' && self.?kubeletClientKey.orValue('') != ''",
  at: 'kubeletClientCertificate',
  message: '{where} has no client certificate for kubelets',
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
              - --kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.crt
              - --kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key
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
              - --kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.crt
      `
    ]
  }
})
