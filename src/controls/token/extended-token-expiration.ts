import { defineControl } from '../define-control.ts'

export const extendedTokenExpiration = defineControl({
  id: 'extended-token-expiration',
  title: 'Service account tokens expire when they say',
  severity: 'low',
  why: 'By default the API server makes tokens that pods ask for valid for a year instead of an hour, for clients that never read them again.',
  remedy:
    'Set `--service-account-extend-token-expiration=false` once the metric `serviceaccount_stale_tokens_total` stays at zero.',
  maps: {
    guide: ['token.rbac'],
    nsa: ['3.14'],
    cis: { '1.11': ['1.2.30'] },
    kubescape: ['C-0290'],
    attack: ['T1528', 'T1550.001'],
    microsoft: ['MS-TA9016'],
    owasp: { '2022': ['K06'], '2025': ['K09'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: [{ since: '1.20', rule: '!self.?serviceAccountExtendTokenExpiration.orValue(true)' }],
  at: 'serviceAccountExtendTokenExpiration',
  message: '{where} keeps service account tokens valid for a year',
  fix: {
    setting: { to: false },
    grade: 'review',
    argument: 'Programs that never read their token again lose it after an hour.'
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
              - --service-account-extend-token-expiration=false
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
              - --service-account-issuer=https://kubernetes.default.svc
      `
    ]
  }
})
