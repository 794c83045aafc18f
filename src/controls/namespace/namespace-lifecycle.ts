import { defineControl } from '../define-control.ts'

export const namespaceLifecycle = defineControl({
  id: 'namespace-lifecycle',
  title: 'Namespaces that are being deleted take nothing new',
  severity: 'medium',
  why: 'Without NamespaceLifecycle, objects can be made in namespaces that are gone or going, and default, kube-system and kube-public can be deleted.',
  remedy: 'Remove `NamespaceLifecycle` from `--disable-admission-plugins`.',
  maps: {
    guide: ['namespace.isolation'],
    nsa: ['2.1'],
    cis: { '1.8': ['1.2.14'], '1.9': ['1.2.13'] },
    attack: ['T1036.005'],
    microsoft: ['MS-TA9023'],
    owasp: { '2022': ['K07'], '2025': ['K05'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: "!('NamespaceLifecycle' in self.?disableAdmissionPlugins.orValue([]))",
  at: 'disableAdmissionPlugins',
  message: '{where} turns the admission plug-in NamespaceLifecycle off',
  fix: {
    setting: { without: 'NamespaceLifecycle' },
    grade: 'review',
    argument: 'Nothing is created any more in namespaces that are being deleted.'
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
              - --disable-admission-plugins=NamespaceLifecycle
      `
    ]
  }
})
