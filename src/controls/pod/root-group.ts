import { defineControl } from '../define-control.ts'
import { windowsPod } from '../judging/relaxed-pods.ts'

export const rootGroup = defineControl({
  id: 'root-group',
  title: 'Containers run with a primary group other than root',
  severity: 'low',
  why: 'Images grant their files to group 0 more often than they should, and a process in that group reads and changes them.',
  remedy: 'Set `runAsGroup` to the number of an unprivileged group, for the pod or the container.',
  maps: {
    guide: ['pod.non-root'],
    nsa: ['1.2'],
    cis: { '1.8': ['5.7.3'], '1.11': ['5.6.3'] },
    kubescape: ['C-0013', 'C-0211'],
    attack: ['T1611'],
    owasp: { '2022': ['K01'] }
  },
  effective: true,
  each: 'container',
  require: `${windowsPod} || effective.?runAsGroup.orValue(0) > 0`,
  at: 'securityContext.runAsGroup',
  message: '{where} may run with group 0',
  fix: {
    repair: 'group',
    grade: 'review',
    argument:
      'Images that run as any user grant their files to group 0: such a program may no longer read or write them.'
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
        securityContext:
          runAsGroup: 10001
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
              runAsGroup: 10001
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
        securityContext:
          runAsGroup: 10001
        containers:
          - name: app
            image: registry.example/web:1.4
            securityContext:
              runAsGroup: 0
      `
    ]
  }
})
