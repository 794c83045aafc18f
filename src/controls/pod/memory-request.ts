import { defineControl } from '../define-control.ts'

const own = "'memory' in self.?resources.?requests.orValue({}) || 'memory' in self.?resources.?limits.orValue({})"

export const memoryRequest = defineControl({
  id: 'memory-request',
  title: 'Containers have a memory request',
  severity: 'low',
  why: 'Without a request the scheduler overfills nodes, and the container is among the first to be killed when memory runs out.',
  remedy: 'Set `resources.requests.memory` to what the program usually needs. A limit alone counts as the request too.',
  maps: {
    guide: ['namespace.resource-policies'],
    nsa: ['2.9'],
    kubescape: ['C-0009', 'C-0269'],
    attack: ['T1499'],
    microsoft: ['MS-TA9040'],
    owasp: { '2022': ['K01'] }
  },
  each: 'container',
  types: ['container', 'init'],
  require: [
    { since: '1.0', rule: own },
    {
      since: '1.34',
      rule: `${own} || 'memory' in pod.?resources.?requests.orValue({}) || 'memory' in pod.?resources.?limits.orValue({})`
    }
  ],
  at: 'resources.requests.memory',
  message: '{where} has no memory request',
  fix: { repair: 'resources', grade: 'review', argument: 'A pod that asks for more than any node has left waits.' },
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
              requests:
                memory: 256Mi
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
          requests:
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
      {
        version: '1.33',
        manifest: `
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            resources:
              requests:
                memory: 256Mi
            containers:
              - name: app
                image: registry.example/web:1.4
          `
      }
    ]
  }
})
