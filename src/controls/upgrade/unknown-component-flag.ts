import { defineControl } from '../define-control.ts'

export const unknownComponentFlag = defineControl({
  id: 'unknown-component-flag',
  title: 'Components understand all their flags',
  severity: 'medium',
  why: 'A component refuses to start with a flag or value that it does not know, and a mistyped one protects nothing.',
  remedy: 'Correct the flag, or remove one that an upgrade took away.',
  maps: {
    guide: ['upgrade.review'],
    nsa: ['5.6'],
    microsoft: ['MS-TA9025'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  each: { in: 'component', list: 'problems' },
  components: ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-proxy', 'kube-scheduler', 'kubelet'],
  require: 'false',
  at: '',
  message: '{self}',
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
              - --anonymous-auth=false
              - -v=2
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: etcd
        namespace: kube-system
      spec:
        containers:
          - name: etcd
            image: registry.k8s.io/etcd:3.7.0-0
            command:
              - etcd
              - -data-dir=/var/lib/etcd
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
              - --anonymous-aut=false
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
              - --profiling=no
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
              - --root-ca-file
      `
    ]
  }
})
