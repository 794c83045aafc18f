import { defineControl } from '../define-control.ts'

/** What container runtimes grant anyway, without NET_RAW. */
const usual = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT'
]

export const addedCapabilities = defineControl({
  id: 'added-capabilities',
  title: "Containers add no capability beyond the runtime's usual ones",
  severity: 'high',
  why: 'Capabilities such as SYS_ADMIN, SYS_PTRACE or NET_ADMIN are each a known way out of a container.',
  remedy: 'Remove the capability from `capabilities.add`. Keep only those of the default set that the program needs.',
  maps: {
    guide: ['pod.technical-control.breakout'],
    nsa: ['1.13'],
    cis: { '1.8': ['5.2.9'] },
    pss: ['capabilities_baseline'],
    kubescape: ['C-0046', 'C-0200'],
    attack: ['T1611', 'T1068'],
    microsoft: ['MS-TA9018'],
    owasp: { '2022': ['K01'] }
  },
  implies: ['net-raw-capability'],
  each: { in: 'container', list: 'securityContext.capabilities.add' },
  require: `self in ${JSON.stringify(usual)}`,
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
                  - CHOWN
                  - NET_BIND_SERVICE
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
                  - SYS_ADMIN
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
                add:
                  - NET_RAW
                  - CAP_CHOWN
      `
    ]
  }
})
