import { defineControl } from '../define-control.ts'
import { encryptionInspection } from '../judging/encryption-inspection.ts'

const analyse = encryptionInspection((writer) => {
  if (writer?.provider !== 'kms') return 'the keys for secrets are in this file, or there are none'
  return writer.options.apiVersion === 'v2' ? null : 'version 1 of the interface is deprecated since Kubernetes 1.28'
})

export const keyManagementService = defineControl({
  id: 'key-management-service',
  title: 'A key management service keeps the keys for Secrets',
  severity: 'low',
  why: 'A key in a file on the control plane is read by whoever reads the file. A key management service gives none away, and says who used it.',
  remedy: 'Use a `kms` provider with `apiVersion: v2` as the first one for `secrets`.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.23'],
    cis: { '1.8': ['5.4.2'] },
    kubescape: ['C-0208'],
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
            - secretbox:
                keys: []
      `,
      `
      apiVersion: apiserver.config.k8s.io/v1
      kind: EncryptionConfiguration
      resources:
        - resources:
            - "secrets"
          providers:
            - kms:
                name: vault
                endpoint: unix:///run/kms.sock
      `
    ]
  }
})
