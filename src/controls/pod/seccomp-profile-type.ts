import { defineControl } from '../define-control.ts'

const prefix = 'container.seccomp.security.alpha.kubernetes.io/'

/** Before the field existed: the annotation of the pod, and that of each container which the pod has, names a profile. */
const namedProfile = `
  !(
    self == 'seccomp.security.alpha.kubernetes.io/pod' ||
    pod.?initContainers.orValue([]).exists(c, self == '${prefix}' + c.?name.orValue('')) ||
    pod.?containers.orValue([]).exists(c, self == '${prefix}' + c.?name.orValue('')) ||
    pod.?ephemeralContainers.orValue([]).exists(c, self == '${prefix}' + c.?name.orValue(''))
  ) ||
  meta.annotations[self] in ['runtime/default', 'docker/default'] ||
  meta.annotations[self].startsWith('localhost/')`

export const seccompProfileType = defineControl({
  id: 'seccomp-profile-type',
  title: 'The seccomp profile is not turned off',
  severity: 'high',
  why: 'Unconfined opens every system call of the kernel to the container, several hundred that it never needs.',
  remedy: 'Use type RuntimeDefault or Localhost.',
  maps: {
    guide: ['pod.technical-control'],
    nsa: ['1.16'],
    pss: ['seccompProfile_baseline'],
    kubescape: ['C-0055'],
    attack: ['T1611'],
    microsoft: ['MS-TA9018'],
    owasp: { '2022': ['K01'] }
  },
  rules: [
    {
      each: 'securityContext',
      require: [
        {
          since: '1.19',
          rule: "!has(self.seccompProfile) || self.seccompProfile.?type.orValue('') in ['RuntimeDefault', 'Localhost']"
        }
      ],
      at: 'seccompProfile.type',
      message: '{where} sets the seccomp profile {seccompProfile.type}'
    },
    {
      each: { in: 'metadata', list: 'annotations' },
      require: [
        { since: '1.0', rule: namedProfile },
        { since: '1.19', rule: null }
      ],
      at: '',
      message: '{where} sets a forbidden seccomp profile with the annotation {self}'
    }
  ],
  fix: {
    set: 'RuntimeDefault',
    grade: 'breaking',
    argument:
      'System calls that the manifest asked to have open, such as those of debuggers and sandboxes, are refused.'
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
              seccompProfile:
                type: RuntimeDefault
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
      `,
      {
        version: '1.18',
        manifest: `
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
            annotations:
              seccomp.security.alpha.kubernetes.io/pod: docker/default
          spec:
            containers:
              - name: app
                image: registry.example/web:1.4
          `
      },
      {
        version: '1.18',
        manifest: `
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
            annotations:
              container.seccomp.security.alpha.kubernetes.io/gone: unconfined
          spec:
            containers:
              - name: app
                image: registry.example/web:1.4
          `
      },
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        annotations:
          seccomp.security.alpha.kubernetes.io/pod: unconfined
      spec:
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
                securityContext:
                  seccompProfile:
                    type: Unconfined
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
        version: '1.18',
        manifest: `
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
            annotations:
              seccomp.security.alpha.kubernetes.io/pod: unconfined
          spec:
            containers:
              - name: app
                image: registry.example/web:1.4
          `
      },
      {
        version: '1.18',
        manifest: `
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
            annotations:
              container.seccomp.security.alpha.kubernetes.io/app: unconfined
          spec:
            containers:
              - name: app
                image: registry.example/web:1.4
          `
      }
    ]
  }
})
