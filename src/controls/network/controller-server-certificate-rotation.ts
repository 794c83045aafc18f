import { defineControl } from '../define-control.ts'

export const controllerServerCertificateRotation = defineControl({
  id: 'controller-server-certificate-rotation',
  title: 'Serving certificates of kubelets may be renewed',
  severity: 'low',
  why: 'Without the feature, serving certificates of kubelets run out and are then often not verified at all.',
  remedy: 'Remove `RotateKubeletServerCertificate=false` from `--feature-gates`.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.20'],
    cis: { '1.8': ['1.3.6'] },
    attack: ['T1557'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  each: 'component',
  components: ['kube-controller-manager'],
  require: "self.?featureGates[?'RotateKubeletServerCertificate'].orValue(true)",
  at: 'featureGates',
  message: '{where} turns the renewal of kubelet certificates off',
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
              - --feature-gates=RotateKubeletServerCertificate=true
      `,
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
              - --feature-gates=RotateKubeletServerCertificate=false
      `
    ]
  }
})
