import { defineControl } from '../define-control.ts'

const own = "'cpu' in self.?resources.?requests.orValue({}) || 'cpu' in self.?resources.?limits.orValue({})"

export const cpuRequest = defineControl({
  id: 'cpu-request',
  title: 'Containers have a CPU request',
  severity: 'low',
  why: 'Without a request the scheduler counts the container as nothing, and its share of the CPU is the least there is.',
  remedy: 'Set `resources.requests.cpu` to what the program usually needs. A limit alone counts as the request too.',
  maps: {
    guide: ['namespace.resource-policies'],
    nsa: ['2.9'],
    kubescape: ['C-0009', 'C-0268'],
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
      rule: `${own} || 'cpu' in pod.?resources.?requests.orValue({}) || 'cpu' in pod.?resources.?limits.orValue({})`
    }
  ],
  at: 'resources.requests.cpu',
  message: '{where} has no CPU request',
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
                cpu: 500m
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
                cpu: 500m
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        resources:
          requests:
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
                cpu: 500m
            containers:
              - name: app
                image: registry.example/web:1.4
          `
      }
    ]
  }
})
