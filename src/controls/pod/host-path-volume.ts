import { defineControl } from '../define-control.ts'

export const hostPathVolume = defineControl({
  id: 'host-path-volume',
  title: 'Pods mount nothing from the file system of the node',
  severity: 'medium',
  why: 'A hostPath volume ties the pod to files of the node: what they say it learns, and what it may write the node believes.',
  remedy: 'Use a persistent volume claim, `emptyDir`, `configMap` or a CSI driver instead.',
  maps: {
    guide: ['pod.technical-control.breakout'],
    nsa: ['1.11'],
    cis: { '1.8': ['5.2.12'], '1.12': ['5.2.11'] },
    pss: ['hostPathVolumes'],
    kubescape: ['C-0048', 'C-0203'],
    attack: ['T1611'],
    microsoft: ['MS-TA9013'],
    owasp: { '2022': ['K01'] }
  },
  each: 'volume',
  require: '!has(self.hostPath)',
  at: 'hostPath',
  message: '{where} mounts {hostPath.path} of the node',
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
            emptyDir: {}
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
        volumes:
          - name: data
            hostPath:
              path: /data
        containers:
          - name: app
            image: registry.example/web:1.4
      `
    ]
  }
})
