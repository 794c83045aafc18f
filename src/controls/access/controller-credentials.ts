import { defineControl } from '../define-control.ts'

export const controllerCredentials = defineControl({
  id: 'controller-credentials',
  title: 'Each controller acts with an account of its own',
  severity: 'medium',
  why: 'Otherwise all controllers share one identity with the rights of all of them, and audit logs do not tell which one acted.',
  remedy: 'Set `--use-service-account-credentials=true`.',
  maps: {
    guide: ['access.unique-roles'],
    nsa: ['3.11'],
    cis: { '1.8': ['1.3.3'] },
    attack: ['T1078'],
    microsoft: ['MS-TA9029', 'MS-TA9030'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  each: 'component',
  components: ['kube-controller-manager'],
  require: 'self.?useServiceAccountCredentials.orValue(false)',
  at: 'useServiceAccountCredentials',
  message: '{where} lets all controllers act with one identity',
  fix: {
    setting: { to: true },
    grade: 'review',
    argument: 'Each controller needs the role that Kubernetes has for it.'
  },
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
              - --use-service-account-credentials=true
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
              - --use-service-account-credentials
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
              - --use-service-account-credentials=false
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
