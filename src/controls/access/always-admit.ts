import { defineControl } from '../define-control.ts'

export const alwaysAdmit = defineControl({
  id: 'always-admit',
  title: 'Admission is not switched off',
  severity: 'high',
  why: 'AlwaysAdmit lets every request through and is kept only for old tests.',
  remedy: 'Remove `AlwaysAdmit` from `--enable-admission-plugins`.',
  maps: {
    guide: ['pod.technical-control'],
    nsa: ['1.18'],
    cis: { '1.8': ['1.2.10'] },
    attack: ['T1078'],
    microsoft: ['MS-TA9029', 'MS-TA9030'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: "!('AlwaysAdmit' in self.?enableAdmissionPlugins.orValue([]))",
  at: 'enableAdmissionPlugins',
  message: '{where} runs the admission plug-in AlwaysAdmit',
  fix: {
    setting: { without: 'AlwaysAdmit' },
    grade: 'review',
    argument: 'The plug-in admits everything: without it, the others decide.'
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
              - --enable-admission-plugins=NodeRestriction
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
              - --enable-admission-plugins=AlwaysAdmit
      `
    ]
  }
})
