import { defineControl } from '../define-control.ts'
import { auditPolicyInspection } from '../judging/audit-policy-inspection.ts'

export const auditPolicyWorkloads = defineControl({
  id: 'audit-policy-workloads',
  title: 'Changes of pods and deployments are recorded',
  severity: 'medium',
  why: 'A new pod is how an attacker runs his own program.',
  remedy: 'Record changes of pods and of what makes pods at the level Metadata or higher.',
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
      what: ['pods', 'deployments.apps', 'daemonsets.apps', 'statefulsets.apps', 'jobs.batch', 'cronjobs.batch'],
      verbs: ['create', 'update', 'patch', 'delete']
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
          resources:
            - group: ""
              resources: ["pods"]
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
      `
    ]
  }
})
