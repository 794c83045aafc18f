import { defineControl } from '../define-control.ts'

export const securityContext = defineControl({
  id: 'security-context',
  title: 'Pods or their containers have a security context',
  severity: 'low',
  why: 'Without any security context every setting is left to its default, and the defaults are those of compatibility.',
  remedy: 'Add a `securityContext` to the pod and to its containers.',
  maps: {
    cis: { '1.8': ['5.7.3'], '1.11': ['5.6.3'] },
    kubescape: ['C-0211'],
    attack: ['T1611'],
    microsoft: ['MS-TA9018'],
    owasp: { '2022': ['K01'] }
  },
  each: 'container',
  require: 'has(self.securityContext) || has(pod.securityContext)',
  at: 'securityContext',
  message: '{where} has no security context, and neither has its pod',
  rtf: 'settable',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        securityContext:
          runAsNonRoot: true
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
        containers:
          - name: app
            image: registry.example/web:1.4
            securityContext:
              runAsNonRoot: true
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
      `
    ]
  }
})
