import { defineControl } from '../define-control.ts'

export const hostPid = defineControl({
  id: 'host-pid',
  title: 'Pods do not share the process namespace of the node',
  severity: 'high',
  why: 'A container that sees the processes of the node reads their environment and memory, and with the same user or ptrace it takes them over.',
  remedy: 'Remove `hostPID: true`. To look at processes, use an ephemeral debug container.',
  maps: {
    guide: ['pod.technical-control.breakout'],
    nsa: ['1.9'],
    cis: { '1.8': ['5.2.3'] },
    pss: ['hostNamespaces'],
    kubescape: ['C-0038', 'C-0275'],
    attack: ['T1611'],
    microsoft: ['MS-TA9018'],
    owasp: { '2022': ['K01'] }
  },
  each: 'pod',
  require: '!self.?hostPID.orValue(false)',
  at: 'hostPID',
  message: '{where} shares the process namespace of its node',
  fix: {
    set: false,
    grade: 'breaking',
    argument: 'The program no longer sees the processes of the node, which the manifest asked for.'
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
        hostPID: false
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
        hostPID: true
        containers:
          - name: app
            image: registry.example/web:1.4
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
            hostPID: true
            containers:
              - name: app
                image: registry.example/web:1.4
      `
    ]
  }
})
