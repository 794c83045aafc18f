import { defineControl } from '../define-control.ts'

export const sshPort = defineControl({
  id: 'ssh-port',
  title: 'Containers run no SSH server',
  severity: 'medium',
  why: 'An SSH server in a container is a second way in, with keys and accounts that the cluster neither knows nor audits.',
  remedy:
    'Remove the port and the server. Use `kubectl exec` or an ephemeral debug container, which the API server authorises and records.',
  maps: {
    nsa: ['4.16'],
    kubescape: ['C-0042'],
    attack: ['T1021.004'],
    microsoft: ['MS-TA9010'],
    owasp: { '2022': ['K01'] }
  },
  each: { in: 'container', list: 'ports' },
  require: '!(self.?containerPort.orValue(0) in [22, 2222])',
  at: 'containerPort',
  message: '{where} opens port {containerPort}, as SSH servers do',
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
              - containerPort: 22
      `
    ]
  }
})
