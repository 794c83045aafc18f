import { defineControl } from '../define-control.ts'

export const auditLogSize = defineControl({
  id: 'audit-log-size',
  title: 'Audit logs hold 100 megabytes each',
  severity: 'medium',
  why: 'Small files are rotated so often that old events are gone before anybody reads them.',
  remedy: 'Set `--audit-log-maxsize=100` or more.',
  maps: {
    guide: ['audit.persist'],
    nsa: ['4.3'],
    cis: { '1.8': ['1.2.20'], '1.9': ['1.2.19'] },
    kubescape: ['C-0133'],
    attack: ['T1070'],
    microsoft: ['MS-TA9021'],
    owasp: { '2022': ['K05'], '2025': ['K10'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: 'has(self.auditLogMaxsize) && self.auditLogMaxsize >= 100',
  at: 'auditLogMaxsize',
  message: '{where} keeps audit logs of less than 100 megabytes, or does not say how large',
  fix: {
    setting: { to: 100 },
    grade: 'review',
    argument: 'Logs take up to a hundred megabytes each on the disk of the control plane.'
  },
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
              - --audit-log-maxsize=100
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
              - --audit-log-maxsize=50
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
