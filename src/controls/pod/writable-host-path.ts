import { defineControl } from '../define-control.ts'

export const writableHostPath = defineControl({
  id: 'writable-host-path',
  title: 'hostPath volumes are mounted read-only',
  severity: 'high',
  why: 'What a container may write to the node outlives it and is read, run or trusted by programs of the node.',
  remedy: 'Set `readOnly: true` on the mount, or replace the volume.',
  maps: {
    guide: ['pod.technical-control.breakout'],
    nsa: ['1.11'],
    kubescape: ['C-0045'],
    attack: ['T1611'],
    microsoft: ['MS-TA9013'],
    owasp: { '2022': ['K01'] }
  },
  each: { in: 'container', list: 'volumeMounts' },
  require:
    "self.?readOnly.orValue(false) || !pod.?volumes.orValue([]).exists(volume, has(volume.hostPath) && volume.?name.orValue('') == self.?name.orValue(''))",
  at: 'readOnly',
  message: '{where} can write to the hostPath volume {name}',
  fix: {
    set: true,
    grade: 'review',
    argument: 'A program that writes there fails; whether it does is known to who wrote it.'
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
        volumes:
          - name: data
            hostPath:
              path: /data
        containers:
          - name: app
            image: registry.example/web:1.4
            volumeMounts:
              - name: data
                mountPath: /data
                readOnly: true
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        volumes:
          - name: data
            emptyDir: {}
        containers:
          - name: app
            image: registry.example/web:1.4
            volumeMounts:
              - name: data
                mountPath: /data
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        volumes:
          - name: data
            hostPath:
              path: /data
        containers:
          - name: app
            image: registry.example/web:1.4
            volumeMounts:
              - name: data
                mountPath: /data
      `
    ]
  }
})
