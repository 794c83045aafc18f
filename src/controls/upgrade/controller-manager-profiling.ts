import { defineControl } from '../define-control.ts'

export const controllerManagerProfiling = defineControl({
  id: 'controller-manager-profiling',
  title: 'The controller manager shows no profiles',
  severity: 'low',
  why: 'Profiles tell what the program is doing and can be made to slow it down.',
  remedy: 'Set `--profiling=false`.',
  maps: {
    guide: ['upgrade.unused'],
    nsa: ['5.6'],
    cis: { '1.8': ['1.3.2'] },
    attack: ['T1613'],
    microsoft: ['MS-TA9025'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  each: 'component',
  components: ['kube-controller-manager'],
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
        name: kube-controller-manager
        namespace: kube-system
      spec:
        containers:
          - name: kube-controller-manager
            image: registry.k8s.io/kube-controller-manager:v1.37.0
            command:
              - kube-controller-manager
              - --profiling=false
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
              - --profiling
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
    ]
  }
})
