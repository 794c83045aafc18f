import { defineControl } from '../define-control.ts'
import { authorizerAnalysis } from '../judging/authorizer-analysis.ts'

export const nodeAuthorizer = defineControl({
  id: 'node-authorizer',
  title: 'Kubelets may read what their own pods need only',
  severity: 'high',
  why: 'Without the Node authorizer, kubelets need wide roles: one node that was taken over can then read every Secret.',
  remedy: 'Add `Node` to `--authorization-mode`, before `RBAC`.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['3.8'],
    cis: { '1.8': ['1.2.7'] },
    kubescape: ['C-0119'],
    attack: ['T1078'],
    microsoft: ['MS-TA9029', 'MS-TA9030'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  analyse: authorizerAnalysis((modes) => (modes.includes('Node') ? null : 'does not limit kubelets to their own pods')),
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
              - --authorization-mode=RBAC
      `,
      `
      apiVersion: apiserver.config.k8s.io/v1
      kind: AuthorizationConfiguration
      authorizers:
        - type: RBAC
          name: rbac
      `
    ]
  }
})
