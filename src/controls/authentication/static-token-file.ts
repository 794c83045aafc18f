import { defineControl } from '../define-control.ts'

export const staticTokenFile = defineControl({
  id: 'static-token-file',
  title: 'No static tokens or passwords authenticate users',
  severity: 'high',
  why: 'Static tokens never expire, stand in clear text on the control plane, and can only be changed by a restart of the API server.',
  remedy: 'Remove `--token-auth-file` and `--basic-auth-file`; let users sign in through OpenID Connect or a webhook.',
  maps: {
    guide: ['authentication.strong'],
    nsa: ['3.6'],
    cis: { '1.8': ['1.2.2'] },
    kubescape: ['C-0114'],
    attack: ['T1078.003', 'T1110'],
    microsoft: ['MS-TA9001'],
    owasp: { '2022': ['K06'], '2025': ['K09'] }
  },
  rules: [
    {
      each: 'component',
      components: ['kube-apiserver'],
      require: "self.?tokenAuthFile.orValue('') == ''",
      at: 'tokenAuthFile',
      message: '{where} takes static tokens from {tokenAuthFile}'
    },
    {
      each: 'component',
      components: ['kube-apiserver'],
      require: [
        { since: '1.0', rule: "self.?basicAuthFile.orValue('') == ''" },
        { since: '1.19', rule: null }
      ],
      at: 'basicAuthFile',
      message: '{where} takes passwords from {basicAuthFile}'
    }
  ],
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
              - --client-ca-file=/etc/kubernetes/pki/ca.crt
      `,
      {
        version: '1.18',
        manifest: `
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
              - --client-ca-file=/etc/kubernetes/pki/ca.crt
      `
      }
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
              - --token-auth-file=/etc/kubernetes/tokens.csv
      `,
      {
        version: '1.18',
        manifest: `
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
              - --basic-auth-file=/etc/kubernetes/passwords.csv
      `
      }
    ]
  }
})
