import { defineControl } from '../define-control.ts'

export const insecurePort = defineControl({
  id: 'insecure-port',
  title: 'The API server has no port without encryption and authentication',
  severity: 'critical',
  why: 'Who reaches the insecure port is not asked who he is, and may do everything.',
  remedy: 'Set `--insecure-port=0`. Since Kubernetes 1.24 there is no such port, and the flag has to go.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.10'],
    kubescape: ['C-0005'],
    attack: ['T1133', 'T1190'],
    microsoft: ['MS-TA9029'],
    owasp: { '2022': ['K09'], '2025': ['K06'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: [
    { since: '1.0', rule: 'self.?insecurePort.orValue(8080) == 0' },
    { since: '1.20', rule: 'self.?insecurePort.orValue(0) == 0' },
    { since: '1.24', rule: null }
  ],
  at: 'insecurePort',
  message: '{where} answers without authentication on its insecure port',
  fix: {
    setting: { to: 0 },
    grade: 'breaking',
    argument: 'Whoever uses the port without credentials no longer reaches the API server.'
  },
  rtf: 'not-exposed',
  examples: {
    pass: [
      {
        version: '1.19',
        manifest: `
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
              - --insecure-port=0
      `
      },
      {
        version: '1.22',
        manifest: `
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
      },
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
    ],
    fail: [
      {
        version: '1.19',
        manifest: `
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
      },
      {
        version: '1.22',
        manifest: `
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
              - --insecure-port=8080
      `
      }
    ]
  }
})
