import { defineControl } from '../define-control.ts'
import { hostPathIs, hostPathUnder } from '../judging/host-path-rule.ts'

/** Dangerous as a whole; what stands below may be harmless, such as /etc/localtime or /dev/dri. */
const itself = [
  'bin',
  'dev',
  'etc',
  'home',
  'lib',
  'lib64',
  'opt',
  'opt/cni',
  'run/systemd',
  'sbin',
  'usr',
  'usr/bin',
  'usr/lib',
  'usr/local',
  'usr/local/bin',
  'usr/sbin',
  'var',
  'var/lib',
  'var/lib/kubelet',
  'var/run/systemd',
  'var/spool'
]

/** Dangerous with everything below. */
const below = [
  'boot',
  'etc/cni',
  'etc/containerd',
  'etc/cron.d',
  'etc/cron.daily',
  'etc/cron.hourly',
  'etc/crio',
  'etc/crontab',
  'etc/docker',
  'etc/init.d',
  'etc/kubernetes',
  'etc/pam.d',
  'etc/passwd',
  'etc/rancher',
  'etc/shadow',
  'etc/ssh',
  'etc/sudoers',
  'etc/sudoers.d',
  'etc/systemd',
  'lib/systemd',
  'opt/cni/bin',
  'proc',
  'root',
  'run/systemd/private',
  'sys',
  'usr/lib/systemd',
  'var/lib/containerd',
  'var/lib/containers',
  'var/lib/docker',
  'var/lib/etcd',
  'var/lib/kubelet/pki',
  'var/lib/kubelet/pods',
  'var/lib/rancher',
  'var/spool/cron'
]

export const sensitiveHostPath = defineControl({
  id: 'sensitive-host-path',
  title: 'Pods do not mount what runs the node',
  severity: 'critical',
  why: 'These folders hold the credentials, programs and kernel interfaces of the node: reading some of them, and writing most, is enough to own it.',
  remedy: 'Remove the volume. What an agent needs of the node is better asked of the kubelet or the API server.',
  maps: {
    guide: ['pod.technical-control.breakout'],
    nsa: ['1.11'],
    cis: { '1.8': ['5.2.12'], '1.12': ['5.2.11'] },
    kubescape: ['C-0048'],
    attack: ['T1611'],
    microsoft: ['MS-TA9013'],
    owasp: { '2022': ['K01'] }
  },
  implies: ['host-path-volume', 'restricted-volume-type'],
  each: 'volume',
  require: `${hostPathIs(...itself)} && ${hostPathUnder(...below)}`,
  at: 'hostPath.path',
  message: '{where} mounts {hostPath.path} of the node',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        volumes:
          - name: data
            hostPath:
              path: /etc/localtime
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
        volumes:
          - name: data
            hostPath:
              path: /var/lib/web
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
        volumes:
          - name: data
            emptyDir: {}
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
        volumes:
          - name: units
            hostPath:
              path: /lib/systemd/system
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
        volumes:
          - name: data
            hostPath:
              path: /etc
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
        volumes:
          - name: data
            hostPath:
              path: /proc
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
        volumes:
          - name: data
            hostPath:
              path: /var/lib/kubelet/pods
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
        volumes:
          - name: data
            hostPath:
              path: /etc//kubernetes/./pki
        containers:
          - name: app
            image: registry.example/web:1.4
      `
    ]
  }
})
