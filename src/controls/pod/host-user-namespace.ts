import { defineControl } from '../define-control.ts'
import { windowsPod } from '../judging/relaxed-pods.ts'

export const hostUserNamespace = defineControl({
  id: 'host-user-namespace',
  title: 'Pods run in a user namespace of their own',
  severity: 'low',
  why: 'Root in a pod without a user namespace is root on the node once it gets out. With `hostUsers: false` it is nobody there.',
  remedy: 'Set `hostUsers: false` where the volumes and the kernel of the nodes support it.',
  maps: {
    nsa: ['1.3'],
    attack: ['T1611'],
    owasp: { '2022': ['K01'] }
  },
  each: 'pod',
  require: [{ since: '1.33', rule: `${windowsPod} || !self.?hostUsers.orValue(true)` }],
  at: 'hostUsers',
  message: '{where} runs in the user namespace of its node',
  fix: { set: false, grade: 'review', argument: 'It needs nodes whose kernel, runtime and volumes can map users.' },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        hostUsers: false
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
        os:
          name: windows
        containers:
          - name: app
            image: registry.example/web:1.4
      `,
      {
        version: '1.32',
        manifest: `
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: registry.example/web:1.4
          `
      }
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
