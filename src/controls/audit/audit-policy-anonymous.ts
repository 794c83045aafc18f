import { defineControl } from '../define-control.ts'
import { auditPolicyInspection } from '../judging/audit-policy-inspection.ts'

export const auditPolicyAnonymous = defineControl({
  id: 'audit-policy-anonymous',
  title: 'Anonymous requests are recorded',
  severity: 'medium',
  why: 'A request of nobody is how an attack often begins.',
  remedy: 'Do not exclude `system:anonymous` or the group `system:unauthenticated` from the audit policy.',
  maps: {
    guide: ['audit.monitor'],
    nsa: ['4.6'],
    cis: { '1.8': ['3.2.2'] },
    attack: ['T1562'],
    microsoft: ['MS-TA9022'],
    owasp: { '2022': ['K05'], '2025': ['K10'] }
  },
  analyse: auditPolicyInspection(
    {
      what: ['pods', 'secrets'],
      verbs: ['get', 'list', 'create'],
      by: { user: 'system:anonymous', groups: ['system:unauthenticated'] }
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
      `
    ],
    fail: [
      `
      apiVersion: audit.k8s.io/v1
      kind: Policy
      rules:
        - level: None
          users: ["system:anonymous"]
        - level: Metadata
      `,
      `
      apiVersion: audit.k8s.io/v1
      kind: Policy
      rules:
        - level: None
          userGroups: ["system:unauthenticated"]
        - level: Metadata
      `
    ]
  }
})
