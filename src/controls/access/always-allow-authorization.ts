import { defineControl } from '../define-control.ts'
import { authorizerAnalysis } from '../judging/authorizer-analysis.ts'

export const alwaysAllowAuthorization = defineControl({
  id: 'always-allow-authorization',
  title: 'Requests to the API server are authorized',
  severity: 'critical',
  why: 'With AlwaysAllow, everybody who can reach the API server and be authenticated may do everything.',
  remedy: 'Set `--authorization-mode=Node,RBAC`.',
  maps: {
    guide: ['authentication.strong'],
    nsa: ['3.8'],
    cis: { '1.8': ['1.2.6'] },
    kubescape: ['C-0118'],
    attack: ['T1078'],
    microsoft: ['MS-TA9029', 'MS-TA9030'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  analyse: authorizerAnalysis((modes) => (modes.includes('AlwaysAllow') ? 'allows every request' : null)),
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
              - --authorization-mode=AlwaysAllow
      `,
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
              - --secure-port=6443
      `
    ]
  }
})
