import { defineControl } from '../define-control.ts'

export const rootFsGroup = defineControl({
  id: 'root-fs-group',
  title: 'Volumes are not given to group 0',
  severity: 'low',
  why: 'With `fsGroup: 0` the files of every volume belong to the root group, and each process of the pod joins it.',
  remedy: 'Set `fsGroup` to the number of an unprivileged group, or remove it.',
  maps: {
    guide: ['pod.non-root'],
    nsa: ['1.2'],
    cis: { '1.8': ['5.7.3'], '1.11': ['5.6.3'] },
    kubescape: ['C-0211'],
    attack: ['T1611'],
    owasp: { '2022': ['K01'] }
  },
  each: 'pod',
  require: 'self.?securityContext.?fsGroup.orValue(1) != 0',
  at: 'securityContext.fsGroup',
  message: '{where} gives its volumes to group 0',
  fix: {
    remove: true,
    grade: 'review',
    argument: 'Files on volumes that only group 0 may read or write are closed to a program that runs without root.'
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
        securityContext:
          fsGroup: 10001
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
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        securityContext:
          fsGroup: 0
        containers:
          - name: app
            image: registry.example/web:1.4
      `
    ]
  }
})
