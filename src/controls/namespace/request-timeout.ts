import { defineControl } from '../define-control.ts'

export const requestTimeout = defineControl({
  id: 'request-timeout',
  title: 'Requests to the API server end after a fitting time',
  severity: 'low',
  why: 'A very long timeout lets slow requests use up the API server.',
  remedy: 'Remove `--request-timeout`, or set it to some minutes at most: the default is one minute.',
  maps: {
    guide: ['namespace.resource-policies'],
    nsa: ['2.7'],
    cis: { '1.8': ['1.2.21'], '1.9': ['1.2.20'] },
    attack: ['T1499', 'T1496.001'],
    microsoft: ['MS-TA9040'],
    owasp: { '2022': ['K01'], '2025': ['K01'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require:
    "duration(self.?requestTimeout.orValue('1m')) > duration('0s') && duration(self.?requestTimeout.orValue('1m')) <= duration('10m')",
  at: 'requestTimeout',
  message: '{where} lets requests take {requestTimeout}',
  fix: {
    setting: { unset: true },
    grade: 'review',
    argument: 'Requests that take longer than a minute end with an error.'
  },
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
              - --request-timeout=300s
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
              - --request-timeout=1h
      `
    ]
  }
})
