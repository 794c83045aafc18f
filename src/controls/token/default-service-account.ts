import { accountOf, mountsToken } from '../../access/accounts.ts'
import { defineControl } from '../define-control.ts'
import { podAccountAnalysis } from '../judging/token-verdicts.ts'

export const defaultServiceAccount = defineControl({
  id: 'default-service-account',
  title: 'Pods that call the API server have an account of their own',
  severity: 'low',
  why: 'Every pod of the namespace that names no account shares `default`: a right given to one of them is given to all.',
  remedy: 'Create a service account for the workload and name it in `serviceAccountName`, or turn off the token.',
  maps: {
    nsa: ['1.19'],
    cis: { '1.8': ['5.1.5'] },
    kubescape: ['C-0189'],
    attack: ['T1528', 'T1078.001'],
    microsoft: ['MS-TA9016'],
    owasp: { '2022': ['K06'], '2025': ['K09'] }
  },
  analyse: podAccountAnalysis('serviceAccountName', (estate, pod) =>
    accountOf(pod).name === 'default' && mountsToken(estate, pod)
      ? 'pod uses the default service account and its token'
      : null
  ),
  rtf: 'settable',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        serviceAccountName: web
        containers:
          - name: app
            image: registry.example/web:1.4
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        automountServiceAccountToken: false
        containers:
          - name: app
            image: registry.example/web:1.4
      `,
      `
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: default
      automountServiceAccountToken: false
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: app
            image: registry.example/web:1.4
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: app
            image: registry.example/web:1.4
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        serviceAccountName: default
        containers:
          - name: app
            image: registry.example/web:1.4
      `
    ]
  }
})
