import { defineControl } from '../define-control.ts'

const own = "'memory' in self.?resources.?limits.orValue({})"

export const memoryLimit = defineControl({
  id: 'memory-limit',
  title: 'Containers have a memory limit',
  severity: 'medium',
  why: 'A container without a memory limit can use up its node, whose kernel then kills other pods.',
  remedy: 'Set `resources.limits.memory` to what the program needs at most.',
  maps: {
    guide: ['namespace.resource-policies'],
    nsa: ['2.9'],
    kubescape: ['C-0009', 'C-0271'],
    attack: ['T1499', 'T1496.001'],
    microsoft: ['MS-TA9039', 'MS-TA9040'],
    owasp: { '2022': ['K01'] }
  },
  each: 'container',
  types: ['container', 'init'],
  require: [
    { since: '1.0', rule: own },
    { since: '1.34', rule: `${own} || 'memory' in pod.?resources.?limits.orValue({})` }
  ],
  at: 'resources.limits.memory',
  message: '{where} has no memory limit',
  fix: { repair: 'resources', grade: 'review', argument: 'Beyond the limit the kernel kills the program.' },
  rtf: 'settable',
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
            resources:
              limits:
                memory: 256Mi
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        resources:
          limits:
            memory: 256Mi
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
        containers:
          - name: app
            image: registry.example/web:1.4
            resources:
              requests:
                memory: 256Mi
      `,
      {
        version: '1.33',
        manifest: `
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            resources:
              limits:
                memory: 256Mi
            containers:
              - name: app
                image: registry.example/web:1.4
          `
      }
    ]
  }
})
