import { defineControl } from '../define-control.ts'

export const auditLogBackups = defineControl({
  id: 'audit-log-backups',
  title: 'Ten old audit logs are kept',
  severity: 'medium',
  why: 'On a busy day, logs are rotated often: with few old ones, events of the same day are lost.',
  remedy: 'Set `--audit-log-maxbackup=10` or more.',
  maps: {
    guide: ['audit.persist'],
    nsa: ['4.3'],
    cis: { '1.8': ['1.2.19'], '1.9': ['1.2.18'] },
    kubescape: ['C-0132'],
    attack: ['T1070'],
    microsoft: ['MS-TA9021'],
    owasp: { '2022': ['K05'], '2025': ['K10'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: 'has(self.auditLogMaxbackup) && self.auditLogMaxbackup >= 10',
  at: 'auditLogMaxbackup',
  message: '{where} keeps fewer than ten old audit logs, or does not say how many',
  fix: { setting: { to: 10 }, grade: 'review', argument: 'Ten old logs stay on the disk of the control plane.' },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-apiserver
        namespace: kube-system
      spec:
        containers:
          - name: kube-apiserver
            image: registry.k8s.io/kube-apiserver:v1.37.0
            command:
              - kube-apiserver
              - --audit-log-maxbackup=10
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-apiserver
        namespace: kube-system
      spec:
        containers:
          - name: kube-apiserver
            image: registry.k8s.io/kube-apiserver:v1.37.0
            command:
              - kube-apiserver
              - --audit-log-maxbackup=5
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-apiserver
        namespace: kube-system
      spec:
        containers:
          - name: kube-apiserver
            image: registry.k8s.io/kube-apiserver:v1.37.0
            command:
              - kube-apiserver
              - --audit-log-path=/var/log/kubernetes/audit.log
      `
    ]
  }
})
