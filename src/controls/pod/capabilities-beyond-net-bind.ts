import { defineControl } from '../define-control.ts'
import { windowsPod } from '../judging/relaxed-pods.ts'

export const capabilitiesBeyondNetBind = defineControl({
  id: 'capabilities-beyond-net-bind',
  title: 'Containers add no capability but NET_BIND_SERVICE',
  severity: 'medium',
  why: 'Every capability that is added back after dropping all of them is one more right that an intruder inherits.',
  remedy:
    'Remove the capability from `capabilities.add`. Binding a port below 1024 is the only right that restricted pods may ask for.',
  maps: {
    nsa: ['1.13'],
    cis: { '1.8': ['5.2.10'], '1.12': ['5.2.9'] },
    pss: ['capabilities_restricted'],
    kubescape: ['C-0046'],
    attack: ['T1611'],
    microsoft: ['MS-TA9018'],
    owasp: { '2022': ['K01'] }
  },
  implies: ['added-capabilities'],
  each: { in: 'container', list: 'securityContext.capabilities.add' },
  require: [
    { since: '1.22', rule: "self == 'NET_BIND_SERVICE'" },
    { since: '1.25', rule: `${windowsPod} || self == 'NET_BIND_SERVICE'` }
  ],
  at: '',
  message: '{where} adds the capability {self}',
  fix: {
    repair: 'added-capability',
    grade: 'breaking',
    argument: 'The manifest asks for the capability, and what needs it fails.'
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
              capabilities:
                add:
                  - NET_BIND_SERVICE
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
            securityContext:
              capabilities:
                add:
                  - CHOWN
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
              capabilities:
                add:
                  - CHOWN
      `,
      {
        version: '1.24',
        manifest: `
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
                securityContext:
                  capabilities:
                    add:
                      - CHOWN
          `
      }
    ]
  }
})
