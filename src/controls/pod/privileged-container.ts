import { defineControl } from '../define-control.ts'

export const privilegedContainer = defineControl({
  id: 'privileged-container',
  title: 'Containers do not run privileged',
  severity: 'critical',
  why: 'A privileged container has every capability, every device and no seccomp or AppArmor profile: its root is root on the node.',
  remedy: 'Remove `privileged: true`. Add the one capability or device plugin that the program needs.',
  maps: {
    guide: ['pod.technical-control.privileged'],
    nsa: ['1.8'],
    cis: { '1.8': ['5.2.2'] },
    pss: ['privileged'],
    kubescape: ['C-0057', 'C-0193'],
    attack: ['T1611', 'T1610'],
    microsoft: ['MS-TA9018'],
    owasp: { '2022': ['K01'] }
  },
  each: 'container',
  require: '!self.?securityContext.?privileged.orValue(false)',
  at: 'securityContext.privileged',
  message: '{where} runs privileged',
  fix: {
    set: false,
    grade: 'breaking',
    argument: 'Access to devices, to all capabilities and to interfaces of the kernel ends.'
  },
  rtf: 'fixed',
  examples: {
    pass: [
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
              privileged: false
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
            securityContext:
              privileged: true
      `,
      `
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            initContainers:
              - name: tune
                image: registry.example/tune:1.0
                securityContext:
                  privileged: true
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
        ephemeralContainers:
          - name: debug
            image: registry.example/debug:1.0
            securityContext:
              privileged: true
        containers:
          - name: app
            image: registry.example/web:1.4
      `
    ]
  }
})
