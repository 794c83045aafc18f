import { defineControl } from '../define-control.ts'

/** The sysctls that a pod has to itself, by the Kubernetes version that began to allow them. */
const allowed: readonly [since: string, names: readonly string[]][] = [
  [
    '1.0',
    [
      'kernel.shm_rmid_forced',
      'net.ipv4.ip_local_port_range',
      'net.ipv4.ip_unprivileged_port_start',
      'net.ipv4.ping_group_range',
      'net.ipv4.tcp_syncookies'
    ]
  ],
  ['1.27', ['net.ipv4.ip_local_reserved_ports']],
  [
    '1.29',
    [
      'net.ipv4.tcp_fin_timeout',
      'net.ipv4.tcp_keepalive_intvl',
      'net.ipv4.tcp_keepalive_probes',
      'net.ipv4.tcp_keepalive_time'
    ]
  ],
  ['1.32', ['net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem']],
  ['1.37', ['net.ipv4.tcp_notsent_lowat', 'net.ipv4.tcp_slow_start_after_idle']]
]

const safeRules = allowed.map(([since], index) => {
  const names = allowed.slice(0, index + 1).flatMap(([, added]) => added)
  return { since, rule: `self.?name.orValue('') in ${JSON.stringify(names)}` }
})

export const unsafeSysctl = defineControl({
  id: 'unsafe-sysctl',
  title: 'Pods set only safe sysctls',
  severity: 'medium',
  why: 'Other sysctls are not isolated: they change the kernel for every pod on the node, or switch off one of its defences.',
  remedy: 'Remove the sysctl, or set it on the node where it is meant for the node.',
  maps: {
    guide: ['pod.technical-control'],
    cis: { '1.8': ['5.7.3'], '1.11': ['5.6.3'] },
    pss: ['sysctls'],
    kubescape: ['C-0211'],
    attack: ['T1611', 'T1499'],
    microsoft: ['MS-TA9018'],
    owasp: { '2022': ['K01'] }
  },
  each: { in: 'pod', list: 'securityContext.sysctls' },
  require: safeRules,
  at: 'name',
  message: '{where} sets the sysctl {name}',
  fix: {
    remove: true,
    grade: 'breaking',
    argument: 'The manifest asks for the setting of the kernel, and what relies on it runs under the one of the node.'
  },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        securityContext:
          sysctls:
            - name: net.ipv4.tcp_notsent_lowat
              value: "16384"
        containers:
          - name: app
            image: registry.example/web:1.4
      `,
      {
        version: '1.0',
        manifest: `
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            securityContext:
              sysctls:
                - name: kernel.shm_rmid_forced
                  value: "1"
            containers:
              - name: app
                image: registry.example/web:1.4
          `
      },
      {
        version: '1.27',
        manifest: `
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            securityContext:
              sysctls:
                - name: net.ipv4.ip_local_reserved_ports
                  value: "1"
            containers:
              - name: app
                image: registry.example/web:1.4
          `
      },
      {
        version: '1.29',
        manifest: `
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            securityContext:
              sysctls:
                - name: net.ipv4.tcp_fin_timeout
                  value: "1"
            containers:
              - name: app
                image: registry.example/web:1.4
          `
      },
      {
        version: '1.32',
        manifest: `
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            securityContext:
              sysctls:
                - name: net.ipv4.tcp_rmem
                  value: "1"
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
        securityContext:
          sysctls:
            - name: kernel.msgmax
              value: "65536"
        containers:
          - name: app
            image: registry.example/web:1.4
      `,
      {
        version: '1.26',
        manifest: `
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            securityContext:
              sysctls:
                - name: net.ipv4.ip_local_reserved_ports
                  value: "1"
            containers:
              - name: app
                image: registry.example/web:1.4
          `
      },
      {
        version: '1.28',
        manifest: `
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            securityContext:
              sysctls:
                - name: net.ipv4.tcp_fin_timeout
                  value: "1"
            containers:
              - name: app
                image: registry.example/web:1.4
          `
      },
      {
        version: '1.31',
        manifest: `
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            securityContext:
              sysctls:
                - name: net.ipv4.tcp_rmem
                  value: "1"
            containers:
              - name: app
                image: registry.example/web:1.4
          `
      },
      {
        version: '1.36',
        manifest: `
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            securityContext:
              sysctls:
                - name: net.ipv4.tcp_notsent_lowat
                  value: "1"
            containers:
              - name: app
                image: registry.example/web:1.4
          `
      }
    ]
  }
})
