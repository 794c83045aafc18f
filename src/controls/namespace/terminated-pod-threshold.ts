import { defineControl } from '../define-control.ts'

export const terminatedPodThreshold = defineControl({
  id: 'terminated-pod-threshold',
  title: 'Pods that have ended are cleared away',
  severity: 'low',
  why: 'By default 12,500 ended pods may pile up, which slows the API server and fills etcd.',
  remedy: 'Set `--terminated-pod-gc-threshold` to a number that suits the cluster, such as 100.',
  maps: {
    guide: ['namespace.resource-policies'],
    nsa: ['2.7'],
    cis: { '1.8': ['1.3.1'] },
    attack: ['T1499', 'T1496.001'],
    microsoft: ['MS-TA9040'],
    owasp: { '2022': ['K01'], '2025': ['K01'] }
  },
  each: 'component',
  components: ['kube-controller-manager'],
  require: 'self.?terminatedPodGcThreshold.orValue(12500) > 0 && self.?terminatedPodGcThreshold.orValue(12500) < 12500',
  at: 'terminatedPodGcThreshold',
  message: '{where} keeps 12500 ended pods or more',
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
              - --terminated-pod-gc-threshold=100
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
              - --terminated-pod-gc-threshold=0
      `
    ]
  }
})
