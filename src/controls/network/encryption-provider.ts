import { defineControl } from '../define-control.ts'
import { encryptionInspection } from '../judging/encryption-inspection.ts'

const strong: ReadonlySet<string> = new Set(['kms', 'secretbox', 'aescbc'])

const analyse = encryptionInspection((writer) => {
  if (writer === null) return 'no provider is about secrets: they are stored in clear text'
  if (strong.has(writer.provider)) return null
  if (writer.provider === 'identity') return 'secrets are stored in clear text, since identity is the first provider'
  return `secrets are encrypted by ${writer.provider}, which needs a new key after 200,000 writes`
})

export const encryptionProvider = defineControl({
  id: 'encryption-provider',
  title: 'Secrets are written encrypted',
  severity: 'high',
  why: 'The first provider writes: with identity before others, or without an entry for secrets, etcd holds all Secrets in clear text. AES-GCM is broken by keys that are not changed often enough.',
  remedy:
    'Put kms, secretbox or aescbc first for `secrets`, keep identity last for old data, then rewrite all Secrets.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.22'],
    cis: { '1.8': ['1.2.29'], '1.9': ['1.2.28'] },
    kubescape: ['C-0142'],
    attack: ['T1552.007'],
    microsoft: ['MS-TA9025'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  analyse,
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: apiserver.config.k8s.io/v1
      kind: EncryptionConfiguration
      resources:
        - resources:
            - "secrets"
          providers:
            - kms:
                apiVersion: v2
                name: vault
                endpoint: unix:///run/kms.sock
            - identity: {}
      `,
      `
      apiVersion: apiserver.config.k8s.io/v1
      kind: EncryptionConfiguration
      resources:
        - resources:
            - "*.*"
          providers:
            - kms:
                apiVersion: v2
                name: vault
                endpoint: unix:///run/kms.sock
      `,
      `
      apiVersion: apiserver.config.k8s.io/v1
      kind: EncryptionConfiguration
      resources:
        - resources:
            - "secrets"
          providers:
            - secretbox:
                keys: []
      `
    ],
    fail: [
      `
      apiVersion: apiserver.config.k8s.io/v1
      kind: EncryptionConfiguration
      resources:
        - resources:
            - "secrets"
          providers:
            - identity: {}
            - kms:
                apiVersion: v2
                name: vault
                endpoint: unix:///run/kms.sock
      `,
      `
      apiVersion: apiserver.config.k8s.io/v1
      kind: EncryptionConfiguration
      resources:
        - resources:
            - "configmaps"
          providers:
            - kms:
                apiVersion: v2
                name: vault
                endpoint: unix:///run/kms.sock
      `,
      `
      apiVersion: apiserver.config.k8s.io/v1
      kind: EncryptionConfiguration
      resources:
        - resources:
            - "secrets"
          providers:
            - aesgcm:
                keys: []
      `
    ]
  }
})
