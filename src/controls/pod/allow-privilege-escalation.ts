import { defineControl } from '../define-control.ts'
import { windowsPod } from '../judging/relaxed-pods.ts'

const forbidden = '!self.?securityContext.?allowPrivilegeEscalation.orValue(true)'

const withoutRoot =
  'effective.?runAsNonRoot.orValue(false) && effective.?runAsUser.orValue(1) > 0 && !effective.?privileged.orValue(false) && effective.?capabilities.?add.orValue([]).size() == 0'

/** A program file that carries a capability opens such a port without root; it gets none where privileges cannot be gained. */
const opensNoLowPort = 'self.?ports.orValue([]).all(port, port.?containerPort.orValue(1024) >= 1024)'

const changesNoUser = String.raw`!(self.?command.orValue([]) + self.?args.orValue([])).exists(word, word.matches(r'(^|[\s;&|(/])(sudo|su|doas|gosu|su-exec|setpriv|newuidmap|fusermount3?|ping)(\s|$)'))`

export const allowPrivilegeEscalation = defineControl({
  id: 'allow-privilege-escalation',
  title: 'Containers cannot gain privileges',
  severity: 'medium',
  why: 'Without `allowPrivilegeEscalation: false` a set-user-ID program in the image makes any user root.',
  remedy: 'Set `allowPrivilegeEscalation: false`. It is true where it is not set.',
  maps: {
    guide: ['pod.technical-control.root'],
    nsa: ['1.12'],
    cis: { '1.8': ['5.2.6'] },
    pss: ['allowPrivilegeEscalation'],
    kubescape: ['C-0016', 'C-0197'],
    attack: ['T1611', 'T1068'],
    microsoft: ['MS-TA9018'],
    owasp: { '2022': ['K01'] }
  },
  each: 'container',
  require: [
    { since: '1.8', rule: forbidden },
    { since: '1.25', rule: `${windowsPod} || ${forbidden}` }
  ],
  at: 'securityContext.allowPrivilegeEscalation',
  message: '{where} can gain privileges',
  fix: {
    set: false,
    grade: 'review',
    argument: 'A program that changes its user through set-user-ID files, such as sudo, no longer can.',
    safeWhen: {
      rule: `${withoutRoot} && ${opensNoLowPort} && ${changesNoUser}`,
      argument:
        'The container runs as a user other than root, is given no capability, and neither listens below port 1024 nor names a program that changes its user: it gains no rights.'
    }
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
              allowPrivilegeEscalation: false
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
        version: '1.7',
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
              allowPrivilegeEscalation: true
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
