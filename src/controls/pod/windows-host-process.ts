import { defineControl } from '../define-control.ts'

export const windowsHostProcess = defineControl({
  id: 'windows-host-process',
  title: 'No Windows HostProcess containers',
  severity: 'critical',
  why: 'A HostProcess container runs on the Windows node itself, as an account of the node.',
  remedy: 'Remove `windowsOptions.hostProcess: true`.',
  maps: {
    guide: ['pod.technical-control.privileged'],
    cis: { '1.8': ['5.2.11'], '1.12': ['5.2.10'] },
    pss: ['windowsHostProcess'],
    kubescape: ['C-0202'],
    attack: ['T1611'],
    microsoft: ['MS-TA9018'],
    owasp: { '2022': ['K01'] }
  },
  each: 'securityContext',
  require: '!self.?windowsOptions.?hostProcess.orValue(false)',
  at: 'windowsOptions.hostProcess',
  message: '{where} runs as a Windows HostProcess container',
  fix: { set: false, grade: 'breaking', argument: 'The program no longer runs on the node itself.' },
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
              windowsOptions:
                hostProcess: false
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        hostNetwork: true
        securityContext:
          windowsOptions:
            hostProcess: true
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
        hostNetwork: true
        containers:
          - name: app
            image: registry.example/web:1.4
            securityContext:
              windowsOptions:
                hostProcess: true
      `
    ]
  }
})
