import { defineControl } from '../define-control.ts'
import { authorizerAnalysis } from '../judging/authorizer-analysis.ts'

export const rbacAuthorizer = defineControl({
  id: 'rbac-authorizer',
  title: 'Role-based access control is on',
  severity: 'critical',
  why: 'Without RBAC, roles and bindings mean nothing.',
  remedy: 'Add `RBAC` to `--authorization-mode`, or an authorizer of type RBAC to the authorization configuration.',
  maps: {
    guide: ['access.unique-roles'],
    nsa: ['3.8'],
    cis: { '1.8': ['1.2.8'] },
    kubescape: ['C-0088', 'C-0120'],
    attack: ['T1078'],
    microsoft: ['MS-TA9029', 'MS-TA9030'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  analyse: authorizerAnalysis((modes) => (modes.includes('RBAC') ? null : 'does not authorize by roles')),
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-apiserver
        namespace: kube-system
      spec:
        containers:
          - name: kube-apiserver
            image: registry.k8s.io/kube-apiserver:v1.37.0
            command:
              - kube-apiserver
              - --authorization-mode=Node,RBAC
      `,
      `
      apiVersion: apiserver.config.k8s.io/v1
      kind: AuthorizationConfiguration
      authorizers:
        - type: Node
          name: node
        - type: RBAC
          name: rbac
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-apiserver
        namespace: kube-system
      spec:
        containers:
          - name: kube-apiserver
            image: registry.k8s.io/kube-apiserver:v1.37.0
            command:
              - kube-apiserver
              - --authorization-mode=ABAC
      `,
      `
      apiVersion: apiserver.config.k8s.io/v1
      kind: AuthorizationConfiguration
      authorizers:
        - type: Node
          name: node
        - type: Webhook
          name: webhook
      `
    ]
  }
})
