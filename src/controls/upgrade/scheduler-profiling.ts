import { defineControl } from '../define-control.ts'

export const schedulerProfiling = defineControl({
  id: 'scheduler-profiling',
  title: 'The scheduler shows no profiles',
  severity: 'low',
  why: 'Profiles tell what the program is doing and can be made to slow it down.',
  remedy: 'Set `--profiling=false`, or `enableProfiling: false` in its configuration file.',
  maps: {
    guide: ['upgrade.unused'],
    nsa: ['5.6'],
    cis: { '1.8': ['1.4.1'] },
    attack: ['T1613'],
    microsoft: ['MS-TA9025'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  each: 'component',
  components: ['kube-scheduler'],
  require: '!self.?enableProfiling.orValue(true)',
  at: 'enableProfiling',
  message: '{where} shows profiles of itself',
  fix: { setting: { to: false }, grade: 'review', argument: 'Profiles can no longer be made of it while it runs.' },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-scheduler
        namespace: kube-system
      spec:
        containers:
          - name: kube-scheduler
            image: registry.k8s.io/kube-scheduler:v1.37.0
            command:
              - kube-scheduler
              - --profiling=false
      `,
      `
      apiVersion: kubescheduler.config.k8s.io/v1
      kind: KubeSchedulerConfiguration
      enableProfiling: false
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-scheduler
        namespace: kube-system
      spec:
        containers:
          - name: kube-scheduler
            image: registry.k8s.io/kube-scheduler:v1.37.0
            command:
              - kube-scheduler
              - --leader-elect=true
      `,
      `
      apiVersion: kubescheduler.config.k8s.io/v1
      kind: KubeSchedulerConfiguration
      enableProfiling: true
      `
    ]
  }
})
