import { defineControl } from '../define-control.ts'

export const appArmorProfile = defineControl({
  id: 'app-armor-profile',
  title: 'The AppArmor profile is not turned off',
  severity: 'high',
  why: 'The default AppArmor profile keeps a container from mounting file systems and writing to kernel interfaces. Unconfined, nothing does.',
  remedy: 'Use type RuntimeDefault or Localhost, or remove the profile and the annotation: the default applies then.',
  maps: {
    guide: ['pod.technical-control'],
    nsa: ['1.15'],
    cis: { '1.8': ['5.7.3'], '1.11': ['5.6.3'] },
    pss: ['appArmorProfile'],
    kubescape: ['C-0055'],
    attack: ['T1611'],
    microsoft: ['MS-TA9018'],
    owasp: { '2022': ['K01'] }
  },
  rules: [
    {
      each: 'securityContext',
      require:
        "!has(self.appArmorProfile) || self.appArmorProfile.?type.orValue('') in ['RuntimeDefault', 'Localhost']",
      at: 'appArmorProfile.type',
      message: '{where} sets the AppArmor profile {appArmorProfile.type}'
    },
    {
      each: { in: 'metadata', list: 'annotations' },
      require:
        "!self.startsWith('container.apparmor.security.beta.kubernetes.io/') || meta.annotations[self] in ['', 'runtime/default'] || meta.annotations[self].startsWith('localhost/')",
      at: '',
      message: '{where} sets a forbidden AppArmor profile with the annotation {self}'
    }
  ],
  fix: {
    remove: true,
    grade: 'breaking',
    argument:
      'The manifest turned the profile off; the default one refuses mounts and writing to interfaces of the kernel.'
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
          appArmorProfile:
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
              appArmorProfile:
                type: Localhost
                localhostProfile: web
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        annotations:
          container.apparmor.security.beta.kubernetes.io/app: localhost/web
      spec:
        containers:
          - name: app
            image: registry.example/web:1.4
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        securityContext:
          appArmorProfile:
            type: Unconfined
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
              appArmorProfile:
                type: Unconfined
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        annotations:
          container.apparmor.security.beta.kubernetes.io/app: unconfined
      spec:
        containers:
          - name: app
            image: registry.example/web:1.4
      `
    ]
  }
})
