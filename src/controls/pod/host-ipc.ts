import { defineControl } from '../define-control.ts'

export const hostIpc = defineControl({
  id: 'host-ipc',
  title: 'Pods do not share the IPC namespace of the node',
  severity: 'high',
  why: 'Shared memory and semaphores of every process on the node become readable and writable, those of databases included.',
  remedy:
    'Remove `hostIPC: true`. Containers of one pod share an IPC namespace anyway, and an `emptyDir` of medium `Memory` serves as shared memory.',
  maps: {
    guide: ['pod.technical-control.breakout'],
    nsa: ['1.9'],
    cis: { '1.8': ['5.2.4'] },
    pss: ['hostNamespaces'],
    kubescape: ['C-0038', 'C-0276'],
    attack: ['T1611'],
    microsoft: ['MS-TA9018'],
    owasp: { '2022': ['K01'] }
  },
  each: 'pod',
  require: '!self.?hostIPC.orValue(false)',
  at: 'hostIPC',
  message: '{where} shares the IPC namespace of its node',
  fix: {
    set: false,
    grade: 'breaking',
    argument: 'The program no longer shares memory with processes of the node, which the manifest asked for.'
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
        hostIPC: false
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
        hostIPC: true
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
            hostIPC: true
            containers:
              - name: app
                image: registry.example/web:1.4
      `
    ]
  }
})
