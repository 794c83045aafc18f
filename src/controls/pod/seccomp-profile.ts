import { defineControl } from '../define-control.ts'
import { windowsPod } from '../judging/relaxed-pods.ts'

const notTurnedOff =
  "!has(self.seccompProfile) || self.seccompProfile.?type.orValue('') in ['RuntimeDefault', 'Localhost']"

/** A container that names no profile has that of its pod; a bad one there is a finding of its own. */
const named = 'self.?securityContext.?seccompProfile.hasValue() || pod.?securityContext.?seccompProfile.hasValue()'

export const seccompProfile = defineControl({
  id: 'seccomp-profile',
  title: 'Containers run with a seccomp profile',
  severity: 'medium',
  why: 'Unless the kubelet is told otherwise, a container without a seccomp profile may use every system call of the kernel.',
  remedy: 'Set `securityContext.seccompProfile.type: RuntimeDefault` for the pod.',
  maps: {
    nsa: ['1.16'],
    cis: { '1.8': ['5.7.2'], '1.11': ['5.6.2'] },
    pss: ['seccompProfile_restricted'],
    kubescape: ['C-0055', 'C-0210'],
    attack: ['T1611'],
    microsoft: ['MS-TA9018'],
    owasp: { '2022': ['K01'] }
  },
  implies: ['seccomp-profile-type'],
  rules: [
    {
      each: 'securityContext',
      require: [
        { since: '1.19', rule: notTurnedOff },
        { since: '1.25', rule: `${windowsPod} || ${notTurnedOff}` }
      ],
      at: 'seccompProfile.type',
      message: '{where} sets the seccomp profile {seccompProfile.type}'
    },
    {
      each: 'container',
      require: [
        { since: '1.19', rule: named },
        { since: '1.25', rule: `${windowsPod} || ${named}` }
      ],
      at: 'securityContext.seccompProfile.type',
      message: '{where} has no seccomp profile, and its pod sets none'
    }
  ],
  fix: {
    set: 'RuntimeDefault',
    onPod: 'securityContext.seccompProfile.type',
    grade: 'breaking',
    argument:
      'System calls that the manifest asked to have open, such as those of debuggers and sandboxes, are refused.',
    safeWhen: {
      rule: '!pod.?securityContext.?seccompProfile.hasValue() && !effective.?seccompProfile.hasValue()',
      argument:
        'The profile of the container runtime leaves open what programs use: it refuses calls that administer the node.'
    }
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
          seccompProfile:
            type: RuntimeDefault
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
              seccompProfile:
                type: Localhost
                localhostProfile: profiles/web.json
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
        version: '1.18',
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
              seccompProfile:
                type: Unconfined
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        securityContext:
          seccompProfile:
            type: Unconfined
        containers:
          - name: app
            image: registry.example/web:1.4
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
