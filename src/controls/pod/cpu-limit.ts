import { defineControl } from '../define-control.ts'

const own = "'cpu' in self.?resources.?limits.orValue({})"

export const cpuLimit = defineControl({
  id: 'cpu-limit',
  title: 'Containers have a CPU limit',
  severity: 'low',
  why: 'A container without a CPU limit takes all idle time of its node, which starves its neighbours and pays for mining.',
  remedy: 'Set `resources.limits.cpu` to what the program needs at most.',
  maps: {
    guide: ['namespace.resource-policies'],
    nsa: ['2.9'],
    kubescape: ['C-0009', 'C-0270'],
    attack: ['T1499', 'T1496.001'],
    microsoft: ['MS-TA9039', 'MS-TA9040'],
    owasp: { '2022': ['K01'] }
  },
  each: 'container',
  types: ['container', 'init'],
  require: [
    { since: '1.0', rule: own },
    { since: '1.34', rule: `${own} || 'cpu' in pod.?resources.?limits.orValue({})` }
  ],
  at: 'resources.limits.cpu',
  message: '{where} has no CPU limit',
  fix: {
    repair: 'resources',
    grade: 'review',
    argument: 'Beyond the limit the program waits, however idle the node is.'
  },
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
                cpu: 500m
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        resources:
          limits:
            cpu: 500m
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
                cpu: 500m
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
                cpu: 500m
            containers:
              - name: app
                image: registry.example/web:1.4
          `
      }
    ]
  }
})
