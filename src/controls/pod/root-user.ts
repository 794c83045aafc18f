import { defineControl } from '../define-control.ts'
import { userNamespacePod } from '../judging/relaxed-pods.ts'

const notRoot = 'self.?securityContext.?runAsUser.orValue(1) != 0'

export const rootUser = defineControl({
  id: 'root-user',
  title: 'Nothing sets user 0',
  severity: 'high',
  why: '`runAsUser: 0` runs the program as root even where its image has a user of its own.',
  remedy: 'Remove `runAsUser: 0`, or set the number of an unprivileged user.',
  maps: {
    guide: ['pod.non-root', 'pod.technical-control.root'],
    nsa: ['1.1'],
    cis: { '1.8': ['5.2.7'] },
    pss: ['runAsUser'],
    kubescape: ['C-0013'],
    attack: ['T1611', 'T1610'],
    microsoft: ['MS-TA9018'],
    owasp: { '2022': ['K01'] }
  },
  implies: ['non-root-user'],
  rules: (['pod', 'container'] as const).map((each) => ({
    each,
    require: [
      { since: '1.23', rule: notRoot },
      { since: '1.35', rule: `${userNamespacePod} || ${notRoot}` }
    ],
    at: 'securityContext.runAsUser',
    message: '{where} runs as user 0'
  })),
  fix: {
    repair: 'user',
    grade: 'review',
    argument: 'The manifest asks for root; whether the program works without depends on its image.'
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
              runAsUser: 10001
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        hostUsers: false
        securityContext:
          runAsUser: 0
        containers:
          - name: app
            image: registry.example/web:1.4
      `,
      {
        version: '1.22',
        manifest: `
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: registry.example/web:1.4
                securityContext:
                  runAsUser: 0
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
        securityContext:
          runAsUser: 0
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
            securityContext:
              runAsUser: 0
      `,
      {
        version: '1.34',
        manifest: `
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            hostUsers: false
            securityContext:
              runAsUser: 0
            containers:
              - name: app
                image: registry.example/web:1.4
          `
      }
    ]
  }
})
