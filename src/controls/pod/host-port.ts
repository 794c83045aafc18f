import { defineControl } from '../define-control.ts'

export const hostPort = defineControl({
  id: 'host-port',
  title: 'Containers take no port of the node',
  severity: 'medium',
  why: 'A host port is reachable on the address of the node, past Services and most network policies.',
  remedy: 'Remove `hostPort` and publish the port through a Service.',
  maps: {
    guide: ['pod.technical-control.breakout'],
    nsa: ['2.13'],
    cis: { '1.8': ['5.2.13'], '1.12': ['5.2.12'] },
    pss: ['hostPorts'],
    kubescape: ['C-0044', 'C-0204'],
    attack: ['T1133', 'T1046'],
    microsoft: ['MS-TA9005'],
    owasp: { '2022': ['K01', 'K07'], '2025': ['K01', 'K05'] }
  },
  each: { in: 'container', list: 'ports' },
  require: 'self.?hostPort.orValue(0) == 0',
  at: 'hostPort',
  message: '{where} takes port {hostPort} of its node',
  fix: {
    remove: true,
    grade: 'breaking',
    argument: 'Clients that reach the container by the address of its node no longer do.'
  },
  rtf: 'not-exposed',
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
            ports:
              - containerPort: 8080
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
            ports:
              - containerPort: 8080
                hostPort: 80
      `
    ]
  }
})
