import { defineControl } from '../define-control.ts'
import { hostPathIs } from '../judging/host-path-rule.ts'

export const hostRootFileSystem = defineControl({
  id: 'host-root-file-system',
  title: 'Pods do not mount the root of the node',
  severity: 'critical',
  why: 'With `/` of the node mounted, keys, tokens of other pods and the configuration of the kubelet are a file read away.',
  remedy: 'Remove the volume. Mount the one folder that is needed, read-only, if there is no other way.',
  maps: {
    guide: ['pod.technical-control.breakout'],
    nsa: ['1.11'],
    cis: { '1.8': ['5.2.12'], '1.12': ['5.2.11'] },
    kubescape: ['C-0048'],
    attack: ['T1611'],
    microsoft: ['MS-TA9013'],
    owasp: { '2022': ['K01'] }
  },
  implies: ['host-path-volume', 'restricted-volume-type'],
  each: 'volume',
  require: hostPathIs(''),
  at: 'hostPath.path',
  message: '{where} mounts the root of the node',
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
              path: /var/log/web
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
              path: /
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
        volumes:
          - name: data
            hostPath:
              path: //.
        containers:
          - name: app
            image: registry.example/web:1.4
      `
    ]
  }
})
