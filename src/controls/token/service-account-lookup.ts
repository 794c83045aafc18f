import { defineControl } from '../define-control.ts'

export const serviceAccountLookup = defineControl({
  id: 'service-account-lookup',
  title: 'Tokens of deleted service accounts are refused',
  severity: 'high',
  why: 'Without the look-up, the token of a service account that was deleted stays valid.',
  remedy: 'Remove `--service-account-lookup=false`.',
  maps: {
    guide: ['token.rbac'],
    nsa: ['3.14'],
    cis: { '1.8': ['1.2.22'], '1.9': ['1.2.21'] },
    kubescape: ['C-0135'],
    attack: ['T1528', 'T1550.001'],
    microsoft: ['MS-TA9016'],
    owasp: { '2022': ['K06'], '2025': ['K09'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: 'self.?serviceAccountLookup.orValue(true)',
  at: 'serviceAccountLookup',
  message: '{where} takes tokens of service accounts that are gone',
  fix: { setting: { unset: true }, grade: 'review', argument: 'Tokens of accounts that are gone end at once.' },
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
              - --service-account-key-file=/etc/kubernetes/pki/sa.pub
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
              - --service-account-lookup
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
              - --service-account-lookup=false
      `
    ]
  }
})
