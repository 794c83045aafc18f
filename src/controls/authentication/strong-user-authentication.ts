import { defineControl } from '../define-control.ts'

export const strongUserAuthentication = defineControl({
  id: 'strong-user-authentication',
  title: 'Users sign in through an identity provider',
  severity: 'medium',
  why: 'Without one, people use client certificates, service account tokens or bootstrap tokens, none of which can be revoked or asks for a second factor.',
  remedy:
    'Set `--authentication-config` or `--oidc-issuer-url` for an OpenID Connect provider, or `--authentication-token-webhook-config-file`.',
  maps: {
    guide: ['authentication.strong'],
    nsa: ['3.7'],
    cis: { '1.8': ['3.1.1', '3.1.2', '3.1.3'] },
    attack: ['T1078'],
    microsoft: ['MS-TA9001', 'MS-TA9003'],
    owasp: { '2022': ['K06'], '2025': ['K09'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require:
    "self.?authenticationConfig.orValue('') != '' || self.?oidcIssuerUrl.orValue('') != '' || self.?authenticationTokenWebhookConfigFile.orValue('') != ''",
  at: 'authenticationConfig',
  message: '{where} knows users by certificates and tokens only: no identity provider is set',
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
              - --oidc-issuer-url=https://sso.example.com
              - --oidc-client-id=kubernetes
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
              - --authentication-config=/etc/kubernetes/authentication.yaml
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
              - --client-ca-file=/etc/kubernetes/pki/ca.crt
      `
    ]
  }
})
