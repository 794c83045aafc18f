import { defineControl } from '../define-control.ts'

export const auditLogAge = defineControl({
  id: 'audit-log-age',
  title: 'Audit logs are kept for 30 days',
  severity: 'medium',
  why: 'Most attacks are found weeks later. What happened then has to be known still.',
  remedy: 'Set `--audit-log-maxage=30` or more.',
  maps: {
    guide: ['audit.persist'],
    nsa: ['4.3'],
    cis: { '1.8': ['1.2.18'], '1.9': ['1.2.17'] },
    kubescape: ['C-0131'],
    attack: ['T1070'],
    microsoft: ['MS-TA9021'],
    owasp: { '2022': ['K05'], '2025': ['K10'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: 'has(self.auditLogMaxage) && self.auditLogMaxage >= 30',
  at: 'auditLogMaxage',
  message: '{where} keeps audit logs for less than 30 days, or does not say how long',
  fix: { setting: { to: 30 }, grade: 'review', argument: 'Logs of a month stay on the disk of the control plane.' },
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
              - --audit-log-maxage=30
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
              - --audit-log-maxage=15
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
