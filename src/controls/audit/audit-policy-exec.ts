import { defineControl } from '../define-control.ts'
import { auditPolicyInspection } from '../judging/audit-policy-inspection.ts'

export const auditPolicyExec = defineControl({
  id: 'audit-policy-exec',
  title: 'Commands and connections into pods are recorded',
  severity: 'high',
  why: 'Running a command in a container and opening a tunnel to it are how an attacker moves on.',
  remedy:
    'Record pods/exec, pods/attach, pods/portforward, pods/proxy and services/proxy at the level Metadata or higher.',
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
      what: ['pods/exec', 'pods/attach', 'pods/portforward', 'pods/proxy', 'services/proxy', 'nodes/proxy'],
      verbs: ['get', 'create']
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
        - level: Request
          resources:
            - group: ""
              resources: ["*/exec"]
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
              resources: ["pods/*"]
        - level: Metadata
      `,
      `
      apiVersion: audit.k8s.io/v1
      kind: Policy
      rules:
        - level: None
          verbs: [get, list, watch]
        - level: Metadata
      `
    ]
  }
})
