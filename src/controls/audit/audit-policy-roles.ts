import { defineControl } from '../define-control.ts'
import { auditPolicyInspection } from '../judging/audit-policy-inspection.ts'

export const auditPolicyRoles = defineControl({
  id: 'audit-policy-roles',
  title: 'Changes of roles and bindings are recorded',
  severity: 'high',
  why: 'Whoever gives himself rights has to be found.',
  remedy:
    'Record changes of roles, cluster roles and their bindings at the level Metadata or higher; RequestResponse says what was granted.',
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
      what: ['roles', 'clusterroles', 'rolebindings', 'clusterrolebindings'].map(
        (name) => `${name}.rbac.authorization.k8s.io`
      ),
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
            - group: "rbac.authorization.k8s.io"
              resources: ["rolebindings"]
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
