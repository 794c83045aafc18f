import { defineControl } from '../define-control.ts'
import { userNamespacePod } from '../judging/relaxed-pods.ts'

const masked = "self.?securityContext.?procMount.orValue('Default') == 'Default'"

export const unmaskedProcMount = defineControl({
  id: 'unmasked-proc-mount',
  title: 'Containers outside a user namespace keep /proc masked',
  severity: 'high',
  why: 'An unmasked /proc shows kernel interfaces such as sysrq-trigger and kcore, through which root in the container controls the node.',
  remedy: 'Remove `procMount`, or run the pod with `hostUsers: false` if it needs to build containers inside.',
  maps: {
    guide: ['pod.technical-control.breakout'],
    cis: { '1.8': ['5.7.3'], '1.11': ['5.6.3'] },
    pss: ['procMount'],
    kubescape: ['C-0211'],
    attack: ['T1611'],
    microsoft: ['MS-TA9018'],
    owasp: { '2022': ['K01'] }
  },
  each: 'container',
  require: [
    { since: '1.0', rule: masked },
    { since: '1.35', rule: `${userNamespacePod} || ${masked}` }
  ],
  at: 'securityContext.procMount',
  message: '{where} mounts /proc as {securityContext.procMount}',
  fix: {
    remove: true,
    grade: 'breaking',
    argument: 'What runs containers inside of the container needs an unmasked /proc.'
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
        containers:
          - name: app
            image: registry.example/web:1.4
            securityContext:
              procMount: Default
      `,
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
            securityContext:
              procMount: Unmasked
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
            securityContext:
              procMount: Unmasked
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
            containers:
              - name: app
                image: registry.example/web:1.4
                securityContext:
                  procMount: Unmasked
          `
      }
    ]
  }
})
