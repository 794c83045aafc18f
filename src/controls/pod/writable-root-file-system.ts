import { defineControl } from '../define-control.ts'
import { windowsPod } from '../judging/relaxed-pods.ts'

export const writableRootFileSystem = defineControl({
  id: 'writable-root-file-system',
  title: 'The root file system of containers is read-only',
  severity: 'medium',
  why: 'An intruder who cannot write beside the program cannot install tools, change it, or leave anything behind.',
  remedy: 'Set `readOnlyRootFilesystem: true` and mount an `emptyDir` for each folder that the program writes.',
  maps: {
    guide: ['pod.immutable-file-system'],
    nsa: ['1.4'],
    cis: { '1.8': ['5.7.3'], '1.11': ['5.6.3'] },
    kubescape: ['C-0017', 'C-0211'],
    attack: ['T1610', 'T1525'],
    microsoft: ['MS-TA9012'],
    owasp: { '2022': ['K01'] }
  },
  each: 'container',
  require: `${windowsPod} || self.?securityContext.?readOnlyRootFilesystem.orValue(false)`,
  at: 'securityContext.readOnlyRootFilesystem',
  message: '{where} can write to its root file system',
  fix: {
    repair: 'read-only-root',
    grade: 'review',
    argument: 'A program that writes beside its volumes fails; folders that it is known to write get an empty volume.'
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
              readOnlyRootFilesystem: true
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
        containers:
          - name: app
            image: registry.example/web:1.4
            securityContext:
              readOnlyRootFilesystem: false
      `
    ]
  }
})
