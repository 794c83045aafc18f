import { defineControl } from '../define-control.ts'

export const defaultAccountAutomount = defineControl({
  id: 'default-account-automount',
  title: 'Default accounts give no token to pods',
  severity: 'low',
  why: 'A pod that names no account gets the token of `default`, whoever wrote it and whether it needs one or not.',
  remedy: 'Set `automountServiceAccountToken: false` on the account `default` of every namespace.',
  maps: {
    guide: ['token.automount'],
    nsa: ['1.19'],
    cis: { '1.8': ['5.1.5'] },
    kubescape: ['C-0189'],
    attack: ['T1528', 'T1078.001'],
    microsoft: ['MS-TA9016'],
    owasp: { '2022': ['K06', 'K08'], '2025': ['K03', 'K09'] }
  },
  each: 'resource',
  kinds: ['ServiceAccount'],
  require: "self.?metadata.?name.orValue('') != 'default' || !self.?automountServiceAccountToken.orValue(true)",
  at: 'automountServiceAccountToken',
  message: 'the account default gives its token to every pod that does not refuse it',
  fix: {
    set: false,
    grade: 'review',
    argument: 'Pods of the namespace that name no account and ask the API server no longer can.'
  },
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: default
      automountServiceAccountToken: false
      `,
      `
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: web
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: default
      `
    ]
  }
})
