import { defineControl } from '../define-control.ts'

export const eventRateLimit = defineControl({
  id: 'event-rate-limit',
  title: 'The rate of events is limited',
  severity: 'low',
  why: 'A client that floods the API server with events keeps it and etcd from other work.',
  remedy:
    'Add `EventRateLimit` to `--enable-admission-plugins` and give it limits by `--admission-control-config-file`.',
  maps: {
    guide: ['namespace.resource-policies'],
    nsa: ['2.7'],
    cis: { '1.8': ['1.2.9'] },
    attack: ['T1499', 'T1496.001'],
    microsoft: ['MS-TA9040'],
    owasp: { '2022': ['K01'], '2025': ['K01'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: "'EventRateLimit' in self.?enableAdmissionPlugins.orValue([])",
  at: 'enableAdmissionPlugins',
  message: '{where} does not run the admission plug-in EventRateLimit',
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
              - --enable-admission-plugins=NodeRestriction,EventRateLimit
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
              - --enable-admission-plugins=NodeRestriction
      `
    ]
  }
})
