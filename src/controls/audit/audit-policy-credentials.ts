import { defineControl } from '../define-control.ts'
import { auditPolicyInspection } from '../judging/audit-policy-inspection.ts'

export const auditPolicyCredentials = defineControl({
  id: 'audit-policy-credentials',
  title: 'Audit logs hold no Secrets',
  severity: 'high',
  why: 'With bodies of requests for Secrets, tokens and configuration, the audit log is a copy of all credentials, readable by whoever reads logs.',
  remedy:
    'Record secrets, configmaps, tokenreviews and serviceaccounts/token at the level Metadata, before rules that record more.',
  maps: {
    guide: ['audit.monitor'],
    nsa: ['4.5'],
    cis: { '1.8': ['3.2.2'] },
    attack: ['T1562'],
    microsoft: ['MS-TA9022'],
    owasp: { '2022': ['K05'], '2025': ['K10'] }
  },
  analyse: auditPolicyInspection(
    {
      what: ['secrets', 'configmaps', 'tokenreviews.authentication.k8s.io', 'serviceaccounts/token'],
      verbs: ['get', 'list', 'create', 'update', 'patch']
    },
    { most: 'Metadata' }
  ),
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: audit.k8s.io/v1
      kind: Policy
      rules:
        - level: Metadata
      `,
      `
      apiVersion: audit.k8s.io/v1
      kind: Policy
      rules:
        - level: Metadata
          resources:
            - group: ""
              resources: [secrets, configmaps, serviceaccounts/token]
            - group: authentication.k8s.io
              resources: [tokenreviews]
        - level: RequestResponse
      `
    ],
    fail: [
      `
      apiVersion: audit.k8s.io/v1
      kind: Policy
      rules:
        - level: RequestResponse
      `,
      `
      apiVersion: audit.k8s.io/v1
      kind: Policy
      rules:
        - level: Request
          resources:
            - group: ""
              resources: ["*"]
        - level: Metadata
      `
    ]
  }
})
