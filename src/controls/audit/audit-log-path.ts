import { defineControl } from '../define-control.ts'

export const auditLogPath = defineControl({
  id: 'audit-log-path',
  title: 'Audit events are written to a file or sent away',
  severity: 'high',
  why: 'An audit policy alone records nothing: events have to go somewhere.',
  remedy: 'Set `--audit-log-path`; with `--audit-webhook-config-file` events are sent away as well.',
  maps: {
    guide: ['audit.monitor'],
    nsa: ['4.2'],
    cis: { '1.8': ['1.2.17'], '1.9': ['1.2.16'] },
    kubescape: ['C-0130'],
    attack: ['T1070'],
    microsoft: ['MS-TA9021'],
    owasp: { '2022': ['K05'], '2025': ['K10'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: "self.?auditLogPath.orValue('') != ''",
  at: 'auditLogPath',
  message: '{where} writes no audit log',
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
              - --audit-log-path=/var/log/kubernetes/audit.log
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
              - --audit-policy-file=/etc/kubernetes/audit-policy.yaml
      `
    ]
  }
})
