import { defineControl } from '../define-control.ts'

export const apiServerProfiling = defineControl({
  id: 'api-server-profiling',
  title: 'The API server shows no profiles',
  severity: 'low',
  why: 'Profiles tell what the program is doing and can be made to slow it down.',
  remedy: 'Set `--profiling=false`.',
  maps: {
    guide: ['upgrade.unused'],
    nsa: ['5.6'],
    cis: { '1.8': ['1.2.16'], '1.9': ['1.2.15'] },
    attack: ['T1613'],
    microsoft: ['MS-TA9025'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: '!self.?profiling.orValue(true)',
  at: 'profiling',
  message: '{where} shows profiles of itself',
  fix: { setting: { to: false }, grade: 'review', argument: 'Profiles can no longer be made of it while it runs.' },
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
              - --profiling=false
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
              - --profiling
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
              - --secure-port=6443
      `
    ]
  }
})
