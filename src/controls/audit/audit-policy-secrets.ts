import { defineControl } from '../define-control.ts'
import { auditPolicyInspection } from '../judging/audit-policy-inspection.ts'

export const auditPolicySecrets = defineControl({
  id: 'audit-policy-secrets',
  title: 'Access to Secrets is recorded',
  severity: 'high',
  why: 'Who read which Secret is the first question after an attack.',
  remedy: 'Record secrets, configmaps and tokenreviews at the level Metadata, before rules that record less.',
  maps: {
    guide: ['audit.monitor'],
    nsa: ['4.5'],
    cis: { '1.8': ['3.2.2'] },
    kubescape: ['C-0161'],
    attack: ['T1562'],
    microsoft: ['MS-TA9022'],
    owasp: { '2022': ['K05'], '2025': ['K10'] }
  },
  analyse: auditPolicyInspection(
    {
      what: ['secrets', 'configmaps', 'tokenreviews.authentication.k8s.io'],
      verbs: ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete']
    },
    { least: 'Metadata' }
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
              resources: ["secrets"]
        - level: Metadata
      `
    ],
    fail: [
      `
      apiVersion: audit.k8s.io/v1
      kind: Policy
      rules:
        - level: None
          resources:
            - group: ""
              resources: ["secrets"]
        - level: Metadata
      `,
      `
      apiVersion: audit.k8s.io/v1
      kind: Policy
      rules:
        - level: Request
          resources:
            - group: "apps"
              resources: ["deployments"]
      `
    ]
  }
})
