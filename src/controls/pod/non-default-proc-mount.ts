import { defineControl } from '../define-control.ts'

export const nonDefaultProcMount = defineControl({
  id: 'non-default-proc-mount',
  title: 'Containers keep /proc masked, in user namespaces too',
  severity: 'medium',
  why: 'The masks of /proc also hide what helps an intruder inside a user namespace. The restricted level has no exception for it.',
  remedy: 'Remove `procMount`.',
  maps: {
    cis: { '1.8': ['5.7.3'], '1.11': ['5.6.3'] },
    pss: ['procMount_restricted'],
    kubescape: ['C-0211'],
    attack: ['T1611'],
    microsoft: ['MS-TA9018'],
    owasp: { '2022': ['K01'] }
  },
  implies: ['unmasked-proc-mount'],
  each: 'container',
  require: [{ since: '1.35', rule: "self.?securityContext.?procMount.orValue('Default') == 'Default'" }],
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
    ],
    fail: [
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
    ]
  }
})
