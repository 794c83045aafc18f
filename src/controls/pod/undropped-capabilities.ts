import { defineControl } from '../define-control.ts'
import { windowsPod } from '../judging/relaxed-pods.ts'

const dropsAll = "'ALL' in self.?securityContext.?capabilities.?drop.orValue([])"

/** Container runtimes accept it, so that the container lacks nothing but the admission. */
const dropsAllInSmallLetters =
  "self.?securityContext.?capabilities.?drop.orValue([]).exists(name, name in ['all', 'All'])"

export const undroppedCapabilities = defineControl({
  id: 'undropped-capabilities',
  title: 'Containers drop all capabilities',
  severity: 'medium',
  why: 'Without a drop list a container keeps about fourteen capabilities, which few programs use and many exploits need.',
  remedy:
    'Set `capabilities.drop` to `["ALL"]`, in capitals, and add NET_BIND_SERVICE where the program binds a port below 1024.',
  maps: {
    guide: ['pod.technical-control'],
    nsa: ['1.13'],
    cis: { '1.8': ['5.2.10'], '1.12': ['5.2.9'] },
    pss: ['capabilities_restricted'],
    kubescape: ['C-0201'],
    attack: ['T1611'],
    microsoft: ['MS-TA9018'],
    owasp: { '2022': ['K01'] }
  },
  implies: ['net-raw-capability'],
  rules: [
    {
      each: 'container',
      require: [
        { since: '1.22', rule: `${dropsAllInSmallLetters} || ${dropsAll}` },
        { since: '1.25', rule: `${dropsAllInSmallLetters} || ${windowsPod} || ${dropsAll}` }
      ],
      at: 'securityContext.capabilities.drop',
      message: '{where} does not drop all capabilities'
    },
    {
      each: 'container',
      require: [
        { since: '1.22', rule: `!${dropsAllInSmallLetters} || ${dropsAll}` },
        { since: '1.25', rule: `!${dropsAllInSmallLetters} || ${windowsPod} || ${dropsAll}` }
      ],
      at: 'securityContext.capabilities.drop',
      message: '{where} drops all capabilities in small letters, which Pod Security does not accept: it is "ALL"'
    }
  ],
  fix: {
    repair: 'capabilities',
    grade: 'review',
    argument:
      'A program that starts as root to give its files or itself to another user, or that listens below port 1024, may fail.'
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
                drop:
                  - ALL
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
      `,
      {
        version: '1.21',
        manifest: `
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: registry.example/web:1.4
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
              capabilities:
                drop:
                  - all
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
          `
      }
    ]
  }
})
