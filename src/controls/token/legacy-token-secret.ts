import { defineControl } from '../define-control.ts'

export const legacyTokenSecret = defineControl({
  id: 'legacy-token-secret',
  title: 'No token of a service account is kept in a Secret',
  severity: 'medium',
  why: 'A token in a Secret never expires, and everybody who may read the secrets of the namespace has it. Pods get tokens that end with them without one.',
  remedy:
    'Delete the Secret once nothing uses it, and let programs outside the cluster ask for short tokens (`kubectl create token`).',
  maps: {
    guide: ['authentication.strong'],
    nsa: ['1.19', '3.7'],
    cis: { '1.8': ['3.1.2'] },
    kubescape: ['C-0287'],
    attack: ['T1528', 'T1550.001'],
    microsoft: ['MS-TA9016'],
    owasp: { '2022': ['K06'], '2025': ['K09'] }
  },
  each: 'resource',
  kinds: ['Secret'],
  require: "self.?type.orValue('') != 'kubernetes.io/service-account-token'",
  at: 'type',
  message: 'the Secret holds a token of a service account that does not expire',
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Secret
      metadata:
        name: web
      type: Opaque
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Secret
      metadata:
        name: web-token
        annotations:
          kubernetes.io/service-account.name: web
      type: kubernetes.io/service-account-token
      `
    ]
  }
})
