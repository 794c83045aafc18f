import { defineControl } from '../define-control.ts'

export const seLinuxOptions = defineControl({
  id: 'se-linux-options',
  title: 'SELinux options do not replace the confinement of containers',
  severity: 'high',
  why: 'A type such as spc_t, or another SELinux user or role, takes the container out of the policy that keeps it from the files of the node.',
  remedy:
    'Remove `type`, `user` and `role`. Allowed types are container_t, container_init_t, container_kvm_t and, from Kubernetes 1.31, container_engine_t.',
  maps: {
    guide: ['pod.technical-control'],
    nsa: ['1.14'],
    cis: { '1.8': ['5.7.3'], '1.11': ['5.6.3'] },
    pss: ['seLinuxOptions'],
    kubescape: ['C-0055', 'C-0211'],
    attack: ['T1611'],
    microsoft: ['MS-TA9018'],
    owasp: { '2022': ['K01'] }
  },
  rules: [
    {
      each: 'securityContext',
      require: [
        {
          since: '1.0',
          rule: "self.?seLinuxOptions.?type.orValue('') in ['', 'container_t', 'container_init_t', 'container_kvm_t']"
        },
        {
          since: '1.31',
          rule: "self.?seLinuxOptions.?type.orValue('') in ['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t']"
        }
      ],
      at: 'seLinuxOptions.type',
      message: '{where} sets the SELinux type {seLinuxOptions.type}'
    },
    {
      each: 'securityContext',
      require: "self.?seLinuxOptions.?user.orValue('') == ''",
      at: 'seLinuxOptions.user',
      message: '{where} sets the SELinux user {seLinuxOptions.user}'
    },
    {
      each: 'securityContext',
      require: "self.?seLinuxOptions.?role.orValue('') == ''",
      at: 'seLinuxOptions.role',
      message: '{where} sets the SELinux role {seLinuxOptions.role}'
    }
  ],
  fix: {
    remove: true,
    grade: 'breaking',
    argument: 'What the manifest opened by this label on nodes with SELinux is closed again; other nodes ignore it.'
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
              seLinuxOptions:
                type: container_t
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
              seLinuxOptions:
                level: s0:c123,c456
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
              seLinuxOptions:
                type: container_engine_t
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
              seLinuxOptions:
                type: spc_t
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        securityContext:
          seLinuxOptions:
            user: system_u
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
              seLinuxOptions:
                role: sysadm_r
      `,
      {
        version: '1.30',
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
                  seLinuxOptions:
                    type: container_engine_t
          `
      }
    ]
  }
})
