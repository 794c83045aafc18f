import { defineControl } from '../define-control.ts'

export const nonRootUser = defineControl({
  id: 'non-root-user',
  title: 'Containers run as a user other than root',
  severity: 'medium',
  why: 'Root in a container is root on the node as soon as one of the other walls fails.',
  remedy: 'Set `runAsNonRoot: true` or a `runAsUser` above 0, for the pod or the container.',
  maps: {
    guide: ['pod.non-root', 'pod.technical-control.root'],
    nsa: ['1.1'],
    cis: { '1.8': ['5.2.7'] },
    kubescape: ['C-0013'],
    attack: ['T1611', 'T1610'],
    microsoft: ['MS-TA9018'],
    owasp: { '2022': ['K01'] }
  },
  implies: ['security-context'],
  effective: true,
  each: 'container',
  require: 'effective.?runAsNonRoot.orValue(false) || effective.?runAsUser.orValue(0) > 0',
  at: 'securityContext.runAsNonRoot',
  message: '{where} may run as root',
  fix: {
    repair: 'user',
    grade: 'review',
    argument:
      'Whether the program works without root depends on its image; where the image or the manifest names a user above 0 already, nothing is lost.'
  },
  rtf: 'settable',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        securityContext:
          runAsNonRoot: true
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
          runAsUser: 10001
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
              runAsUser: 10001
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
          runAsUser: 10001
        containers:
          - name: app
            image: registry.example/web:1.4
            securityContext:
              runAsUser: 0
      `
    ]
  }
})
