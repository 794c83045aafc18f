import { defineControl } from '../define-control.ts'

export const serviceAccountAdmission = defineControl({
  id: 'service-account-admission',
  title: 'Pods get a service account',
  severity: 'high',
  why: 'The ServiceAccount admission plug-in gives each pod its account and refuses tokens of others. Without it, what a pod may do is not limited by its account.',
  remedy: 'Remove `ServiceAccount` from `--disable-admission-plugins`.',
  maps: {
    guide: ['token.rbac'],
    nsa: ['3.14'],
    cis: { '1.8': ['1.2.13'], '1.9': ['1.2.12'] },
    kubescape: ['C-0125'],
    attack: ['T1528', 'T1550.001'],
    microsoft: ['MS-TA9016'],
    owasp: { '2022': ['K06'], '2025': ['K09'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: "!('ServiceAccount' in self.?disableAdmissionPlugins.orValue([]))",
  at: 'disableAdmissionPlugins',
  message: '{where} turns the admission plug-in ServiceAccount off',
  fix: {
    setting: { without: 'ServiceAccount' },
    grade: 'review',
    argument: 'Pods get accounts and tokens as Kubernetes means them to.'
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
              - --disable-admission-plugins=DefaultStorageClass,ServiceAccount
      `
    ]
  }
})
